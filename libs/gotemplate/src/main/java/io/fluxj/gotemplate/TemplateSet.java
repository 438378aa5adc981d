package io.fluxj.gotemplate;

import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.parse.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parsed templates that can execute each other by name. Immutable: any number of threads may execute it at once. */
public final class TemplateSet {
    private final String name;
    private final Map<String, Definition> definitions;
    private final Functions functions;
    private final Options options;

    private TemplateSet(String name, Map<String, Definition> definitions, Functions functions, Options options) {
        this.name = name;
        this.definitions = definitions;
        this.functions = functions;
        this.options = options;
    }

    /**
     * A set without templates.
     *
     * @param name of the set: messages use it, and a text that a template executes is parsed under it
     */
    public static TemplateSet empty(String name, Functions functions, Options options) {
        return new TemplateSet(name, Map.of(), functions, options);
    }

    /**
     * This set and the templates of a text, which replace those of the same name unless they are empty.
     *
     * @throws ParseException when the text is malformed
     */
    public TemplateSet with(String template, String text) {
        return builder().add(template, text).build();
    }

    /** A builder that has the templates of this set. */
    public Builder builder() {
        return new Builder(this);
    }

    /** Collects the templates of several texts. */
    public static final class Builder {
        private final TemplateSet base;
        private final Parser parser;
        private final Map<String, Definition> definitions;

        private Builder(TemplateSet base) {
            this.base = base;
            this.parser = new Parser(base.options.delimiters(), base.functions::knows);
            this.definitions = new HashMap<>(base.definitions);
        }

        /**
         * Parses a text; its templates replace those of the same name unless they are empty.
         *
         * @throws ParseException when the text is malformed
         */
        public Builder add(String template, String text) {
            parser.parse(template, text).forEach((defined, definition) -> {
                if (!definition.isEmpty() || !definitions.containsKey(defined)) {
                    definitions.put(defined, definition);
                }
            });
            return this;
        }

        public TemplateSet build() {
            return new TemplateSet(base.name, Map.copyOf(definitions), base.functions, base.options);
        }
    }

    /** The same templates with other functions of the same names. */
    public TemplateSet bound(Functions others) {
        return new TemplateSet(name, definitions, functions.with(others), options);
    }

    public String name() {
        return name;
    }

    public Optional<Definition> find(String template) {
        return Optional.ofNullable(definitions.get(template));
    }

    public Set<String> names() {
        return definitions.keySet();
    }

    public Functions functions() {
        return functions;
    }

    public Options options() {
        return options;
    }

    /**
     * Executes a template.
     *
     * @param data what dot is
     * @return what it prints
     * @throws ExecException when it fails or there is none of this name
     * @throws BudgetException when it goes beyond the limits, or the thread is interrupted
     */
    public String execute(String template, @Nullable Object data, Limits limits) {
        return new Execution(this, limits).start(scope -> scope.run(template, data));
    }

    /** Executes templates of the set. */
    @FunctionalInterface
    public interface Runner {

        /**
         * Executes one.
         *
         * @throws ExecException when it fails or there is none of this name
         */
        String execute(String template, @Nullable Object data);
    }

    /**
     * Executes several templates within one budget.
     *
     * @param work is done on the thread of the run
     * @throws BudgetException when they go beyond the limits, or the thread is interrupted
     */
    public <T> T session(Limits limits, Function<Runner, T> work) {
        return new Execution(this, limits).start(scope -> work.apply(scope::run));
    }
}
