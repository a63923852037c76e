import { askAbout, type Told } from './ask.ts';
import { showPanel } from './panel.ts';

/** Whom the extension asks: written in when it is built. */
declare const SITE: string;

/** As much of the browser's interface for extensions as is used. */
declare const chrome: {
  runtime: { onInstalled: Heard<[]> };
  action: { onClicked: Heard<[Tab]> };
  contextMenus: {
    create(item: { id: string; title: string; contexts: string[] }): void;
    onClicked: Heard<[unknown, Tab | undefined]>;
  };
  scripting: {
    executeScript<In extends unknown[], Out>(script: {
      target: { tabId: number };
      func: (...args: In) => Out;
      args?: In;
    }): Promise<{ result: Out }[]>;
  };
};
interface Heard<Args extends unknown[]> {
  addListener(listener: (...args: Args) => void): void;
}
interface Tab {
  id?: number;
}

const MENU = { id: 'check', title: 'Check with Readout', contexts: ['selection'] };
chrome.runtime.onInstalled.addListener(() => chrome.contextMenus.create(MENU));
chrome.contextMenus.onClicked.addListener((_, tab) => void check(tab));
chrome.action.onClicked.addListener((tab) => void check(tab));

/** Checks what is selected in a tab, and shows what is said of it there. The page is read when somebody asks, and only then. */
async function check(tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id };
  const [selected] = await chrome.scripting.executeScript({
    target,
    // A field's selection is none of the page's.
    func: () => {
      const field = document.activeElement;
      const inField =
        field instanceof HTMLTextAreaElement
          ? field.value.slice(field.selectionStart, field.selectionEnd)
          : '';
      return inField === '' ? String(getSelection()) : inField;
    },
  });
  let told: Told[] | string;
  try {
    told = await askAbout(SITE, selected?.result ?? '');
  } catch (error) {
    told = error instanceof Error ? error.message : String(error);
  }
  await chrome.scripting.executeScript({ target, func: showPanel, args: [told] });
}

// For whoever drives a browser by a script: menus are not theirs to click.
Object.assign(globalThis, { checkTab: check });
