// SPDX-License-Identifier: EPL-2.0
import { commands, Location, Position, Range, Uri } from 'vscode';
import type * as lsp from 'vscode-languageclient';

/** Opens the editor's list of references from what a lens of the server carries. */
export async function showReferences(
  uri: string,
  at: lsp.Position,
  places: readonly lsp.Location[],
): Promise<void> {
  const position = (p: lsp.Position): Position => new Position(p.line, p.character);
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    position(at),
    places.map(
      (place) =>
        new Location(
          Uri.parse(place.uri),
          new Range(position(place.range.start), position(place.range.end)),
        ),
    ),
  );
}
