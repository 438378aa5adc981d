package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Node.ListNode;
import io.fluxj.gotemplate.parse.Node.Pipe;
import io.fluxj.gotemplate.parse.Node.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the body of one template. */
final class BodyParser {
    /** Nested actions of one body: far above what people write, far below what the stack holds. */
    private static final int DEEPEST = 1_000;

    private final Parser.Text text;
    private final Tokens tokens;
    private final String name;
    private final PipelineParser pipelines;
    private int actionLine;
    private int ranges;
    private int depth;

    BodyParser(Parser.Text text, String name) {
        this.text = text;
        this.tokens = text.tokens();
        this.name = name;
        this.pipelines = new PipelineParser(text, this::unexpected);
    }

    /** The whole text, with the templates that it defines. */
    void parseText() {
        List<Statement> body = new ArrayList<>();
        int position = tokens.peek().position();
        while (tokens.peek().type() != TokenType.EOF) {
            if (tokens.peek().type() == TokenType.LEFT_DELIM) {
                Token delimiter = tokens.next();
                if (tokens.nextNonSpace().type() == TokenType.DEFINE) {
                    define();
                    continue;
                }
                tokens.backup(delimiter);
            }
            body.add(statement());
        }
        text.add(new Definition(name, text.source(), new ListNode(position, body)));
    }

    private Statement statement() {
        return switch (textOrAction()) {
            case Statement statement -> statement;
            case Mark mark -> throw text.failure("unexpected " + mark.text());
            case Object other -> throw new IllegalStateException(other.toString());
        };
    }

    /** End or else, which close a body. */
    private record Mark(boolean isElse, int position) {
        String text() {
            return isElse ? "{{else}}" : "{{end}}";
        }
    }

    private record Body(ListNode list, Mark end) {}

    private void define() {
        String context = "define clause";
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.STRING && token.type() != TokenType.RAW_STRING) {
            throw unexpected(token, context);
        }
        String defined = templateName(token, context);
        expectRightDelimiter(context);
        new BodyParser(text, defined).parseDefinition(context);
    }

    private void parseDefinition(String context) {
        Body body = body();
        if (body.end().isElse()) {
            throw text.failure("unexpected {{else}} in " + context);
        }
        text.add(new Definition(name, text.source(), body.list()));
    }

    private Body body() {
        int position = tokens.peekNonSpace().position();
        List<Statement> statements = new ArrayList<>();
        while (tokens.peekNonSpace().type() != TokenType.EOF) {
            switch (textOrAction()) {
                case Mark mark -> {
                    return new Body(new ListNode(position, statements), mark);
                }
                case Statement statement -> statements.add(statement);
                case Object other -> throw new IllegalStateException(other.toString());
            }
        }
        throw text.failure("unexpected EOF");
    }

    /** A {@link Statement} or a {@link Mark}. */
    private Object textOrAction() {
        Token token = tokens.nextNonSpace();
        if (token.type() == TokenType.TEXT) {
            return new Node.Text(token.position(), token.text());
        }
        if (token.type() != TokenType.LEFT_DELIM) {
            throw unexpected(token, "input");
        }
        actionLine = token.line();
        if (++depth > DEEPEST) {
            throw text.failure("max action depth exceeded");
        }
        Object action = action();
        depth--;
        actionLine = 0;
        return action;
    }

    private Object action() {
        Token token = tokens.nextNonSpace();
        return switch (token.type()) {
            case BLOCK -> block();
            case BREAK -> {
                requireRange("{{break}}");
                yield new Node.Break(token.position());
            }
            case CONTINUE -> {
                requireRange("{{continue}}");
                yield new Node.Continue(token.position());
            }
            case ELSE -> elseMark();
            case END -> new Mark(false, expectRightDelimiter("end").position());
            case IF -> {
                Branch branch = branch("if");
                yield new Node.If(branch.pipe().position(), branch.pipe(), branch.body(), branch.otherwise());
            }
            case RANGE -> {
                Branch branch = branch("range");
                yield new Node.Range(branch.pipe().position(), branch.pipe(), branch.body(), branch.otherwise());
            }
            case WITH -> {
                Branch branch = branch("with");
                yield new Node.With(branch.pipe().position(), branch.pipe(), branch.body(), branch.otherwise());
            }
            case TEMPLATE -> template();
            default -> {
                tokens.backup();
                int position = tokens.peek().position();
                yield new Node.Action(position, pipelines.pipeline("command", TokenType.RIGHT_DELIM));
            }
        };
    }

    private void requireRange(String action) {
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.RIGHT_DELIM) {
            throw unexpected(token, action);
        }
        if (ranges == 0) {
            throw text.failure(action + " outside {{range}}");
        }
    }

    private Mark elseMark() {
        Token next = tokens.peekNonSpace();
        boolean chained = next.type() == TokenType.IF || next.type() == TokenType.WITH;
        return new Mark(
                true, chained ? next.position() : expectRightDelimiter("else").position());
    }

    private record Branch(
            Pipe pipe, ListNode body, @Nullable ListNode otherwise) {}

    private Branch branch(String word) {
        int variables = pipelines.variables();
        Pipe pipe = pipelines.pipeline(word, TokenType.RIGHT_DELIM);
        ranges += word.equals("range") ? 1 : 0;
        Body body = body();
        ranges -= word.equals("range") ? 1 : 0;
        ListNode otherwise = body.end().isElse() ? otherwise(word, body.end()) : null;
        pipelines.forgetVariables(variables);
        return new Branch(pipe, body.list(), otherwise);
    }

    /** {@code else if} is an {@code if} that stands alone in the else; both end with the same {@code end}. */
    private ListNode otherwise(String word, Mark mark) {
        TokenType next = tokens.peek().type();
        if ((word.equals("if") && next == TokenType.IF) || (word.equals("with") && next == TokenType.WITH)) {
            if (++depth > DEEPEST) {
                throw text.failure("max action depth exceeded");
            }
            Object chained = action();
            depth--;
            return new ListNode(mark.position(), List.of((Statement) chained));
        }
        Body body = body();
        if (body.end().isElse()) {
            throw text.failure("expected end; found {{else}}");
        }
        return body.list();
    }

    private Statement block() {
        String context = "block clause";
        Token token = tokens.nextNonSpace();
        String block = templateName(token, context);
        Pipe pipe = pipelines.pipeline(context, TokenType.RIGHT_DELIM);
        new BodyParser(text, block).parseDefinition(context);
        return new Node.Template(token.position(), block, pipe);
    }

    private Statement template() {
        String context = "template clause";
        Token token = tokens.nextNonSpace();
        String called = templateName(token, context);
        if (tokens.nextNonSpace().type() == TokenType.RIGHT_DELIM) {
            return new Node.Template(token.position(), called, null);
        }
        tokens.backup();
        return new Node.Template(token.position(), called, pipelines.pipeline(context, TokenType.RIGHT_DELIM));
    }

    private String templateName(Token token, String context) {
        if (token.type() != TokenType.STRING && token.type() != TokenType.RAW_STRING) {
            throw unexpected(token, context);
        }
        return Quoting.unquoted(token.text()).orElseThrow(() -> text.failure("invalid syntax"));
    }

    private Token expectRightDelimiter(String context) {
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.RIGHT_DELIM) {
            throw unexpected(token, context);
        }
        return token;
    }

    private ParseException unexpected(Token token, String context) {
        if (token.type() != TokenType.ERROR) {
            return text.failure("unexpected " + token.shown() + " in " + context);
        }
        String extra = "";
        if (actionLine != 0 && actionLine != token.line()) {
            String started = " started at " + text.source().name() + ":" + actionLine;
            extra = token.text().endsWith(" action") ? started : " in action" + started;
        }
        return text.failure(token.text() + extra);
    }
}
