// How wide the signs of the wall's typeface are, in thousandths of its size: two digits of base 36 a sign, `--` where it has
// none. Pairs that stand closer together are not told apart. Measured once from Source Sans 3; knows no drawing.

export type Weight = 400 | 600;

/** Rows of neighbours in Unicode: the first code point, and the widths from there on. */
type Row = readonly [number, string];

export const widthRows: Readonly<Record<Weight, readonly Row[]>> = {
  400: [
    [
      0x20,
      '5k81budtdtmwgx6x8f8fbmdt6x8n6x9qdtdtdtdtdtdtdtdtdtdt6x6xdtdtdtbtnjf3gcfvh3endqh5i47bdbg3dik7hzigfqigfteuewhxeblu' +
        'e9d8ez8f9q8fdtdwf2e0fdcoffds84e0f46u6vdr73n1f7f2ffff9nbn9ef4czjzceczbt8f6p8fdt',
    ],
    [
      0xa0,
      '5k81dtdtdtdt6pdtf2ko9lbxdt00brf297dta7a7f2fmfk6xf2a7a5bxlpmgm4btf4f4f4f4f4f4mufvenenenen7b7b7b7bhrhzigigigigigdt' +
        'ighxhxhxhxd8g7g0e0e0e0e0e0e0lmcodsdsdsds6u6u6u6uf4f7f2f2f2f2f2dtf2f4f4f4f4czffczf4e0f4e0f4e0fvcofvcofvcofvcoh3fx' +
        'hnfmendsendsendsendsendsh5e0h5e0h5e0h5e0i4f4j8fh7b6u7b6u7b6u7b6u7b6vemdpdc6vg3drdrdi73di73di7ddia2dw8ahzf7hzf7hz' +
        'f7ldhnf7igf2igf2igf2njnbft9nft9nft9neubneubneubneubnew9eew9eew9ehxf4hxf4hxf4hxf4hxf4hxf4lujyd8czd8ezbtezbtezbt7j' +
        'frko--------fv------ln----eteni0f3--84h5eb--7b8f----85d0----f7--igf2--------------------------ibf4iu----------fa' +
        '--------------f26uclap6wzwxcu5m5lqecspsaocf4e07b6uigf2hxf4hxf4hxf4hxf4hxf4ds----f4e0mulmicg2h5e0----igf2igf2fabt' +
        '6vzwxcu5h5e0--fqhzf7f4e0mulmigf2f4e0----ends----7b6u----igf2--------------------eubnew9edtc1i4f4i8--igew----f4e0' +
        '------------------------------6v----f3fvcodzew----debvgtj1ebfgfodv86lbh3----fqe6',
    ],
    [
      0x370,
      'cbavhoeo6x6x--------f2------6x----------f2f2fx6xgzkg9n--kl--gskp7af4gcdugcenezi4ig7bg3ebk7hzetighxfq--eyewd8jze9' +
        'jfiu7bd8fkcgf17ae6fkfpdgercgbsf1ei7adqdqfmd6bzevgaf9c0f6cqe6iwddj5jh7ae6eve6jhg9fgei------iw--ei--ev--cy--bh----' +
        '--dupyn9l2ibm0h3j3gvlchdjfh0gzew--------ig----ffeo--------------',
    ],
    [
      0x400,
      'enenj3dufveu7b7bdcoxptjcg3i8eahxf4g4gcduhqenn2faiai8g3hik7i4ighxfqfveweakce9hugmodogk0m6g4fvp8g6e0f4e4bfetdsj4co' +
        'fpfpdrerhlfmf2fdffcocsczkecefie8ktl5gkiqdncokiebdsdsfkbfcobn6u6u6vkfl2f4drfpczfipjlxh2g0pmkmizfwptlok9hsrcnlgbdm' +
        'mcl5igf2epd9hnecxwufmtibsip4pjlxhvdogx--------------ltibh3gih1h3dubkehbz----oak7fecohgewh6eph6eujvgyidfy----tcnz' +
        'lnhufvco----d8czd8czfbdenyk4gvegjegugmf4nlihnlih7bn2j4gee1jzgbi4fml0ie----phkz73f4e0----mulmendsi4ds------------' +
        '----i8fp----igf2igf2--------eacz----eacz----dubf----eqc2hkfagaeph3h3p2ozp5mhhlexrenvs7phl4hujvi8----jsgaqamhmemq' +
        'p8og--------h6eps1mqubobkphvk9hukchezzwcj9gjjtga',
    ],
    [
      0x1e00,
      '----gcfd----gcfd----h3ffh3ffh3ffh3ff--------ends------------dq84h5e0i4f4i4f4i4f4i4f4i4f4------------g3drg3drdi73' +
        'di73di73----k7n1k7n1k7n1hzf7hzf7hzf7----------------igf2----fqffft9nft9nft9nft9neubneubn----eubn----ew9eew9eew9e' +
        '----hxf4------------hxf4----ebczlujylujylujy----------------d8czezbtezbtezbtf49e----fr--9292ijetf4e0f4e0f4e0f4e0' +
        'f4e0f4e0f4e0f4e0f4e0f4e0f4e0f4e0endsendsendsendsendsendsendsends7b6u7b6uigf2igf2igf2igf2igf2igf2igf2igf2igf2igf2' +
        'igf2igf2hxf4hxf4ibf4ibf4ibf4ibf4ibf4d8czd8czd8czd8czlbeckdgggsed',
    ],
    [
      0x2010,
      '------dcm8------6x6x6x--bububu--cm--8g--dwewqc7g5k5k00000000002s----6xbu--------b37j7jn9--------gxaev28y2e',
    ],
    [0x20a0, '--dt--dtdt--dtdt--dt--dtdt--dt----dtdt--dtdth9k6dtdtdtlpmidthcfwi5'],
    [0x2116, 'ot--n8----o8nl--h8gkmimghp'],
  ],
  600: [
    [
      0x20,
      '5k8rdee9e9ndhr7n9090c6e97n8y7n9ke9e9e9e9e9e9e9e9e9e97n7ne9e9e9ccobfiglg0hdeye6hgif7udqgldykpi9iqg6iqggf5f6i7ewm8' +
        'f1dxf0909k90e9dwf9ecfncufoe38tegfi7a7bei7jnffkf9fofoadbza1fgdrksdddrcb907390e9',
    ],
    [
      0xa0,
      '5k8re9e9e9e973e9f9kr9scne900cbf99oe9acacf9g2gn7nf9aca9cnm3mzmfccfifififififin6g0eyeyeyey7u7u7u7ui3i8iqiqiqiqiqe9' +
        'iqi7i7i7i7dxgogsececececececlocue3e3e3e37a7a7a7afcfkf9f9f9f9f9e9f9fgfgfgfgdrfodrfiecfiecfiecg0cug0cug0cug0cuhdgi' +
        'hxfoeye3eye3eye3eye3eye3hgeghgeghgeghgegiffijjfq7u7a7u7a7u7a7u7a7u7afpekdq7bgleieidy7jdy7jdy84dybcei95i8fki8fki8' +
        'fkmii3fkiqf9iqf9iqf9nvn2ggadggadggadf5bzf5bzf5bzf5bzf6a1f6a1f6a1i7fgi7fgi7fgi7fgi7fgi7fgm8ksdxdrdxf0cbf0cbf0cb84' +
        'fwld--------g0------mc----f3eyi9f1--8thgew--7u8y----8pdr----fk--iqf9--------------------------infgjb----------fd' +
        '--------------fg7adfbs6wzwxcu5m5lqecspsaocfiec7u7aiqf9i7fgi7fgi7fgi7fgi7fge3----fiecn6loilgehgeg----iqf9iqf9fdcb' +
        '7bzwxcu5hgeg--g6i8fkfiecn6loiqf9fiec----eye3----7u7a----iqf9--------------------f5bzf6a1e2cdiffiio--iqf5----fiec' +
        '------------------------------7b----fig0cuegf6----e3cih3jbewfgfoea8rlbh3----fqe6',
    ],
    [
      0x370,
      'cbavhoeo7n7n--------f9------7n----------f9f9gu7ni2ljay--li--iblt7ufigle6h2eyf0ifiq7uglewkpi8fciqi6g6--f4f6dxkkf1' +
        'k6jb7udxg2csfc7uehg2g7e5f0cscdfcew7uegekg2dvcif4gzfjc7fkd6ehjqe0k1k47uehf4ehk4gpfyew------jq--f1--f4--da--br----' +
        '--edpyn9l2ibm0h3j3gvlchdjfh0gzew--------iq----g2f7--------------',
    ],
    [
      0x400,
      'eyeyjae6g0f57u7udqp2pvjngliievi6figegle6i6eynpfdimiiglhwkpifiqi6g6g0f6evksf1i8h2owp4k5mygeg0ptgoecfdeebqfje3k6cy' +
        'fyfyeifchzfwf9fofocud8drl1ddg1erllm4gyjne0cul1eqe3e3fsbqcubz7a7a7bl2lifieifydrfspjlxh7gcpmkmizfwptlok9hsrcnlgbdm' +
        'mcl5iqf9fce1hnecxwufmtibsip4pjlxhvdogx--------------ltibh3gih1h3e6bteucj----oulbfjcyi0fmh6eph6euk9hmirgg----tcnz' +
        'lnhug0cu----dxdrdxdrg3ecnyk4hef8jeguh2finlihnlih7unpk6gxesjzgbiffwl0ie----phkz7jfiec----n6loeye3ife3------------' +
        '----iify----iqf9iqf9--------evdr----evdr----e6bq----eqc2hkfagaeph3h3p2ozp5mhhlexrenvs7phl4hujvi8----jsgaqamhmemq' +
        'p8og--------h6eps1mqubobkphvk9hukchezzwcj9gjjtga',
    ],
    [
      0x1e00,
      '----glfn----glfn----hdfohdfohdfohdfo--------eye3------------e68thgegiffiiffiiffiiffiiffi------------gleigleidy7j' +
        'dy7jdy7j----kpnfkpnfkpnfi8fki8fki8fk----------------iqf9----g6foggadggadggadggadf5bzf5bz----f5bz----f6a1f6a1f6a1' +
        '----i7fg------------i7fg----ewdrm8ksm8ksm8ks----------------dxdrf0cbf0cbf0cbfia1----fr--9292j2f3fiecfiecfiecfiec' +
        'fiecfiecfiecfiecfiecfiecfiecfieceye3eye3eye3eye3eye3eye3eye3eye37u7a7u7aiqf9iqf9iqf9iqf9iqf9iqf9iqf9iqf9iqf9iqf9' +
        'iqf9iqf9i7fgi7fginfginfginfginfginfgdxdrdxdrdxdrdxdrlbeckdgggsed',
    ],
    [
      0x2010,
      '------dcm8------7n7n7n--dedede--de--91--dwewqs7g5k5k00000000002s----7nde--------b37u7un9--------gxaev28y2j',
    ],
    [0x20a0, '--e9--e9e9--e9e9--e9--e9e9--e9----e9e9--e9e9h9k6e9e9e9lpmie9hcfwio'],
    [0x2116, 'pv--n8----o8nl--h8gkmimgic'],
  ],
};
