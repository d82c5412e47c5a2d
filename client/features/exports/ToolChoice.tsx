// For which tool the table of action items is: each reads other columns.

import { t } from '../../text/exportWords.ts';
import { type Tool, tools } from './choices.ts';
import styles from './Exports.module.css';

interface ToolChoiceProps {
  readonly tool: Tool;
  readonly onChoose: (tool: Tool) => void;
}

export function ToolChoice({ tool, onChoose }: ToolChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>{t('export.tool')}</legend>
      {tools.map((each) => (
        <label key={each} className={styles.radio}>
          <input type="radio" name="export-tool" checked={tool === each} onChange={() => onChoose(each)} />
          {t(`export.tool.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
