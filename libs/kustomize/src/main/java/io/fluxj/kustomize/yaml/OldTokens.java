package io.fluxj.kustomize.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.KeyToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Tokens as kustomize's parser sees them where the one in use sees others. In brackets and braces, a colon belongs to the text before it
 * unless a blank follows, so {@code [a:]} holds the text {@code a:}; and a question mark is an indicator there, whatever follows. A key in
 * quotes ends on the line on which it begins, and a line separator ends a line.
 */
final class OldTokens implements Scanner {

    private static final String BLANKS = " \t\n\r\f";

    private final Scanner scanner;
    private final int[] source;
    private final Deque<Token> ready = new ArrayDeque<>();
    private int depth;

    private OldTokens(Scanner scanner, int[] source) {
        this.scanner = scanner;
        this.source = source;
    }

    static Scanner of(String source, LoadSettings settings) {
        Scanner scanner = new ScannerImpl(settings, new StreamReader(settings, new RoomyReader(source)));
        return isWanted(source) ? new OldTokens(scanner, source.codePoints().toArray()) : scanner;
    }

    /** Whether there is anything in a text that it might see otherwise; few texts have, and those that have not are read faster. */
    private static boolean isWanted(String source) {
        for (int i = 0; i < source.length(); i++) {
            boolean odd =
                    switch (source.charAt(i)) {
                        case ':' -> i > 0 && !isOneOf("\"'" + BLANKS, source, i - 1) && isOneOf(",[]{}", source, i + 1);
                        case '?' -> isOneOf("[{," + BLANKS, source, i - 1) && !isOneOf(BLANKS, source, i + 1);
                        case '\u2028', '\u2029' -> true;
                        default -> false;
                    };
            if (odd) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(String characters, String source, int index) {
        return index >= 0 && index < source.length() && characters.indexOf(source.charAt(index)) >= 0;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        if (!hasNext()) {
            return false;
        }
        Token.ID id = peekToken().getTokenId();
        boolean found = choices.length == 0;
        for (Token.ID choice : choices) {
            found |= choice == id;
        }
        return found;
    }

    @Override
    public Token peekToken() {
        fill();
        return ready.element();
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || scanner.hasNext();
    }

    @Override
    public Token next() {
        fill();
        return ready.remove();
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    private void fill() {
        if (ready.isEmpty()) {
            Token token = taken();
            depth += nesting(token);
            if (token instanceof KeyToken && scanner.peekToken() instanceof ScalarToken scalar) {
                taken();
                key(token, scalar);
            } else if (token instanceof ScalarToken scalar) {
                add(Optional.empty(), scalar);
            } else {
                ready.add(token);
            }
        }
    }

    /** The next token; the scanner gives only those that were looked at. */
    private Token taken() {
        scanner.peekToken();
        return scanner.next();
    }

    private static int nesting(Token token) {
        return switch (token.getTokenId()) {
            case FlowSequenceStart, FlowMappingStart -> 1;
            case FlowSequenceEnd, FlowMappingEnd -> -1;
            default -> 0;
        };
    }

    private void key(Token key, ScalarToken scalar) {
        boolean marked = index(key.getStartMark()) != index(scalar.getStartMark());
        if (!marked && !scalar.isPlain() && separates(scalar)) {
            throw new ScannerException(
                    "while scanning a simple key",
                    scalar.getStartMark(),
                    "a key goes over lines",
                    scalar.getStartMark());
        }
        add(Optional.of(key), scalar);
        if (marked && ready.peek() != key) {
            ready.addFirst(key);
        }
    }

    private boolean separates(ScalarToken scalar) {
        boolean found = false;
        for (int i = index(scalar.getStartMark()); i < index(scalar.getEndMark()); i++) {
            found |= source[i] == '\u2028' || source[i] == '\u2029';
        }
        return found;
    }

    /** A key mark that the scanner set before a scalar goes when the colon turns out to be part of the text. */
    private void add(Optional<Token> key, ScalarToken scalar) {
        if (depth == 0 || !scalar.isPlain()) {
            key.ifPresent(ready::add);
            ready.add(scalar);
            return;
        }
        boolean asked = scalar.getValue().startsWith("?") && scalar.getValue().length() > 1;
        String text = asked ? scalar.getValue().substring(1) : scalar.getValue();
        boolean colon = takeColon(scalar);
        if (asked) {
            ready.add(new KeyToken(scalar.getStartMark(), scalar.getStartMark()));
        } else if (!colon) {
            key.ifPresent(ready::add);
        }
        ready.add(new ScalarToken(
                colon ? text + ':' : text, true, ScalarStyle.PLAIN, scalar.getStartMark(), scalar.getEndMark()));
    }

    /** Whether the text goes on with a colon that no blank follows; the scanner's value mark is gone then. */
    private boolean takeColon(ScalarToken scalar) {
        int end = index(scalar.getEndMark());
        boolean colon = scanner.checkToken(Token.ID.Value)
                && index(scanner.peekToken().getStartMark()) == end
                && end + 1 < source.length
                && ",[]{}".indexOf(source[end + 1]) >= 0;
        if (colon) {
            taken();
        }
        return colon;
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }
}
