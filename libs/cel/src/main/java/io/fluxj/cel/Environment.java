package io.fluxj.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.EnumSet;

/**
 * What expressions may use: CEL with optional values and the extensions for strings, sets and encodings, over objects of which no
 * type is known. Source: behaviour §0.6.
 */
public final class Environment {

    /** In characters. */
    static final int LONGEST_EXPRESSION = 10_000;

    private static final int LARGEST_PATTERN = 10_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .maxExpressionCodePointSize(LONGEST_EXPRESSION)
            .comprehensionMaxIterations(EvaluationBudget.UNITS)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .build();

    private static final CelStringExtensions TEXTS = CelExtensions.strings(
            EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REPLACE, CelStringExtensions.Function.JOIN)));

    private final Cel cel;

    private Environment(Cel cel) {
        this.cel = cel;
    }

    /** With these variables, each of which is an object. */
    public static Environment withObjects(String... variables) {
        CelBuilder builder = CelFactory.legacyCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(GrowingTexts.DECLARATIONS)
                .addFunctionDeclarations(FormattedText.DECLARATION)
                .addFunctionBindings(GrowingTexts.BINDINGS)
                .addFunctionBindings(FormattedText.BINDING)
                .addCompilerLibraries(
                        CelExtensions.optional(), TEXTS, CelExtensions.sets(OPTIONS), CelExtensions.encoders(OPTIONS))
                .addRuntimeLibraries(
                        CelExtensions.optional(), TEXTS, CelExtensions.sets(OPTIONS), CelExtensions.encoders(OPTIONS));
        for (String variable : variables) {
            builder.addVar(variable, MapType.create(SimpleType.STRING, SimpleType.DYN));
        }
        return new Environment(builder.build());
    }

    /**
     * Compiles an expression over one object of unknown shape: its variables are the object's fields at the top, such as
     * {@code status}. The variables of this environment are not there.
     */
    public ObjectExpression compileOverFields(String text) throws InvalidExpression {
        return ObjectExpression.compile(cel, text);
    }

    /** Compiles an expression that may give anything. */
    public ValueExpression compileValue(String text) throws InvalidExpression {
        return ValueExpression.compile(cel, text);
    }

    /** Compiles an expression that has to give true or false. */
    public BooleanExpression compile(String text) throws InvalidExpression {
        return BooleanExpression.compile(cel, text);
    }

    /** Compiles an expression that has to give a text. */
    public TextExpression compileText(String text) throws InvalidExpression {
        return TextExpression.compile(cel, text);
    }
}
