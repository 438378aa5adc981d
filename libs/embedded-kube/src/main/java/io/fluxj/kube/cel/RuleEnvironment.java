package io.fluxj.kube.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.OptionalType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** What rules may use: CEL with the extensions and functions that Kubernetes 1.36 gives to them. */
final class RuleEnvironment {
    static final String SELF = "self";
    static final String OLD_SELF = "oldSelf";

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .comprehensionMaxIterations(EvaluationCost.PER_RULE)
            .build();

    /** Version two of the library. */
    private static final CelStringExtensions TEXTS = CelExtensions.strings(EnumSet.complementOf(EnumSet.of(
            CelStringExtensions.Function.REVERSE,
            CelStringExtensions.Function.CHAR_AT,
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.LAST_INDEX_OF)));

    private static final CelListsExtensions LISTS = CelExtensions.lists(
            EnumSet.complementOf(EnumSet.of(CelListsExtensions.Function.SLICE, CelListsExtensions.Function.SORT_BY)));

    private static final Functions FUNCTIONS = functions();

    private RuleEnvironment() {}

    /** The environment of the rules of one place in a schema. */
    static Cel of(CelType self, Map<String, CelType> named, boolean optionalOldSelf) {
        CelBuilder builder = CelFactory.legacyCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(SortBy.MACRO)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
                .setStandardFunctions(StandardFunctions.kept())
                .addFunctionBindings(StandardFunctions.replaced())
                .setTypeProvider(new NamedTypes(ImmutableMap.copyOf(named)))
                .addVar(SELF, self)
                .addVar(OLD_SELF, optionalOldSelf ? OptionalType.create(self) : self)
                .addFunctionDeclarations(FUNCTIONS.declarations())
                .addFunctionBindings(FUNCTIONS.bindings());
        return builder.addCompilerLibraries(
                        CelExtensions.optional(),
                        TEXTS,
                        CelExtensions.sets(OPTIONS),
                        LISTS,
                        CelExtensions.comprehensions())
                .addRuntimeLibraries(
                        CelExtensions.optional(),
                        TEXTS,
                        CelExtensions.sets(OPTIONS),
                        LISTS,
                        CelExtensions.comprehensions())
                .build();
    }

    private static Functions functions() {
        Functions out = new Functions();
        TextFunctions.addTo(out);
        ListFunctions.addTo(out);
        SortBy.addTo(out);
        RegexFunctions.addTo(out);
        UrlFunctions.addTo(out);
        QuantityFunctions.addTo(out);
        SemverFunctions.addTo(out);
        AddressFunctions.addTo(out);
        NetworkFunctions.addTo(out);
        FormatFunctions.addTo(out);
        TextFormat.addTo(out);
        return out;
    }

    private record NamedTypes(ImmutableMap<String, CelType> named) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(named.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(named.get(name));
        }
    }
}
