// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What bytes are as a text: UTF-8 and nothing else, so that nobody reads rubbish.
 *
 * @param content what could be read, without a byte order mark
 * @param fault why no more could be read; null if all is there
 * @param line of the fault, from 1
 * @param column of the fault, from 1
 */
public record SourceText(String content, @Nullable String fault, int line, int column) {

    /** Reads bytes. */
    public static SourceText of(byte[] bytes) {
        CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
        String read = text.flip().toString();
        if (result.isError()) return fault(read, "this is not UTF-8; save the file as UTF-8");
        int nul = read.indexOf('\0');
        if (nul >= 0) return fault(read.substring(0, nul), "this is a binary file, not a text");
        return new SourceText(read.startsWith("\uFEFF") ? read.substring(1) : read, null, 1, 1);
    }

    private static SourceText fault(String read, String why) {
        int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
        return new SourceText(read, why, line, read.length() - read.lastIndexOf('\n'));
    }
}
