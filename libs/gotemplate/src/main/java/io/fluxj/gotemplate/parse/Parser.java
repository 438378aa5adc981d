package io.fluxj.gotemplate.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Parses the text of one template with the templates that it defines.
 *
 * @param functions whether there is a function of a name
 */
public record Parser(Delimiters delimiters, Predicate<String> functions) {

    /**
     * Parses a text.
     *
     * @return every template of the text by its name, the one that is the text itself included
     * @throws ParseException when the text is malformed
     */
    public Map<String, Definition> parse(String name, String text) {
        Definition.Source source = new Definition.Source(name, text);
        Lexer.KeywordChoice words = new Lexer.KeywordChoice(!functions.test("break"), !functions.test("continue"));
        Tokens tokens = new Tokens(new Lexer(text, delimiters, words));
        Text shared = new Text(source, tokens, functions, new LinkedHashMap<>());
        new BodyParser(shared, name).parseText();
        return Map.copyOf(shared.definitions());
    }

    /** What the parsers of one text's templates share. */
    record Text(
            Definition.Source source, Tokens tokens, Predicate<String> functions, Map<String, Definition> definitions) {

        /** The failure at the token that was read last. */
        ParseException failure(String problem) {
            return new ParseException(source.name(), tokens.line(), problem);
        }

        void add(Definition definition) {
            Definition earlier = definitions.get(definition.name());
            if (earlier == null || earlier.isEmpty()) {
                definitions.put(definition.name(), definition);
            } else if (!definition.isEmpty()) {
                throw failure("template: multiple definition of template "
                        + io.fluxj.gotemplate.format.Quoting.quoted(definition.name()));
            }
        }
    }
}
