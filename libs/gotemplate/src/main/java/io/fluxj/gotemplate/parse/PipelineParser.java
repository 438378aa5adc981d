package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Node.Command;
import io.fluxj.gotemplate.parse.Node.Operand;
import io.fluxj.gotemplate.parse.Node.Pipe;
import io.fluxj.gotemplate.parse.Node.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Parses pipelines and what stands in them; keeps the variables that are in scope. */
final class PipelineParser {
    /** Go allows 10,000 nested parentheses, which only machines write. */
    private static final int DEEPEST = 1_000;

    private final Parser.Text text;
    private final Tokens tokens;
    private final BiFunction<Token, String, ParseException> unexpected;
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int depth;

    PipelineParser(Parser.Text text, BiFunction<Token, String, ParseException> unexpected) {
        this.text = text;
        this.tokens = text.tokens();
        this.unexpected = unexpected;
    }

    int variables() {
        return variables.size();
    }

    void forgetVariables(int from) {
        variables.subList(from, variables.size()).clear();
    }

    Pipe pipeline(String context, TokenType end) {
        int position = tokens.peekNonSpace().position();
        Declarations declared = new Declarations(context);
        declared.read();
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.type() == end) {
                checkCommands(commands, context);
                return new Pipe(position, declared.assigns, declared.read, commands);
            }
            if (!startsOperand(token.type())) {
                throw unexpected.apply(token, context);
            }
            tokens.backup();
            commands.add(command());
        }
    }

    /** The variables before {@code :=} or {@code =}. */
    private final class Declarations {
        private final String context;
        private final List<Variable> read = new ArrayList<>();
        private boolean assigns;

        Declarations(String context) {
            this.context = context;
        }

        void read() {
            Token variable = tokens.peekNonSpace();
            while (variable.type() == TokenType.VARIABLE && readOne(variable)) {
                variable = tokens.peekNonSpace();
            }
        }

        /** Takes one variable; says whether another may follow. */
        private boolean readOne(Token variable) {
            tokens.next();
            Token adjacent = tokens.peek();
            Token next = tokens.peekNonSpace();
            if (next.type() == TokenType.ASSIGN || next.type() == TokenType.DECLARE) {
                assigns = next.type() == TokenType.ASSIGN;
                declare(variable);
                return false;
            }
            if (next.type() == TokenType.CHAR && next.text().equals(",")) {
                declare(variable);
                if (!context.equals("range") || read.size() >= 2) {
                    throw text.failure("too many declarations in " + context);
                }
                TokenType after = tokens.peekNonSpace().type();
                if (after != TokenType.VARIABLE && after != TokenType.RIGHT_DELIM && after != TokenType.RIGHT_PAREN) {
                    throw text.failure("range can only initialize variables");
                }
                return true;
            }
            if (adjacent.type() == TokenType.SPACE) {
                tokens.backup(variable, adjacent);
            } else {
                tokens.backup(variable);
            }
            return false;
        }

        private void declare(Token variable) {
            tokens.nextNonSpace();
            read.add(new Variable(variable.position(), variable.text(), List.of()));
            variables.add(variable.text());
        }
    }

    private static boolean startsOperand(TokenType type) {
        return switch (type) {
            case BOOL,
                    CHAR_CONSTANT,
                    COMPLEX,
                    DOT,
                    FIELD,
                    IDENTIFIER,
                    NUMBER,
                    NIL,
                    RAW_STRING,
                    STRING,
                    VARIABLE,
                    LEFT_PAREN -> true;
            default -> false;
        };
    }

    private void checkCommands(List<Command> commands, String context) {
        if (commands.isEmpty()) {
            throw text.failure("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            if (commands.get(i).words().getFirst() instanceof Node.Literal) {
                throw text.failure("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private Command command() {
        int position = tokens.peekNonSpace().position();
        List<Operand> words = new ArrayList<>();
        while (true) {
            tokens.peekNonSpace();
            Operand operand = operand();
            if (operand != null) {
                words.add(operand);
            }
            Token token = tokens.next();
            if (token.type() == TokenType.SPACE) {
                continue;
            }
            if (token.type() == TokenType.RIGHT_DELIM || token.type() == TokenType.RIGHT_PAREN) {
                tokens.backup();
            } else if (token.type() != TokenType.PIPE) {
                throw unexpected.apply(token, "operand");
            }
            break;
        }
        if (words.isEmpty()) {
            throw text.failure("empty command");
        }
        return new Command(position, words);
    }

    /** A term with the fields behind it, or null when there is none. */
    private @Nullable Operand operand() {
        Operand term = term();
        if (term == null || tokens.peek().type() != TokenType.FIELD) {
            return term;
        }
        int position = tokens.peek().position();
        List<String> fields = new ArrayList<>();
        while (tokens.peek().type() == TokenType.FIELD) {
            fields.add(tokens.next().text().substring(1));
        }
        return switch (term) {
            case Node.Field field -> new Node.Field(position, joined(field.fields(), fields));
            case Variable variable -> new Variable(position, variable.name(), joined(variable.fields(), fields));
            case Node.Literal literal ->
                throw text.failure("unexpected . after term " + Quoting.quoted(literal.toString()));
            case Node.Pipe pipe -> new Node.Chain(position, pipe, fields);
            case Node.Identifier identifier -> new Node.Chain(position, identifier, fields);
            case Node.Chain chain -> new Node.Chain(position, chain, fields);
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private @Nullable Operand term() {
        Token token = tokens.nextNonSpace();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> {
                if (!text.functions().test(token.text())) {
                    throw text.failure("function " + Quoting.quoted(token.text()) + " not defined");
                }
                yield new Node.Identifier(position, token.text());
            }
            case DOT -> new Node.Dot(position);
            case NIL -> new Node.Nil(position);
            case VARIABLE -> variable(token);
            case FIELD -> new Node.Field(position, List.of(token.text().substring(1)));
            case BOOL -> new Node.Bool(position, token.text().equals("true"));
            case CHAR_CONSTANT, COMPLEX, NUMBER -> NumberReader.read(token, text);
            case LEFT_PAREN -> parenthesized();
            case STRING, RAW_STRING ->
                new Node.Str(
                        position,
                        token.text(),
                        Quoting.unquoted(token.text()).orElseThrow(() -> text.failure("invalid syntax")));
            default -> {
                tokens.backup();
                yield null;
            }
        };
    }

    private Variable variable(Token token) {
        if (!variables.contains(token.text())) {
            throw text.failure("undefined variable " + Quoting.quoted(token.text()));
        }
        return new Variable(token.position(), token.text(), List.of());
    }

    private Pipe parenthesized() {
        if (++depth > DEEPEST) {
            throw text.failure("max expression depth exceeded");
        }
        Pipe pipe = pipeline("parenthesized pipeline", TokenType.RIGHT_PAREN);
        depth--;
        return pipe;
    }
}
