package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code list.sortBy(x, key)}: the list, bound to a name, is sorted by the keys of its elements, which are a second list. The
 * library's own forgets the type of the elements.
 */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class SortBy {
    static final String FUNCTION = "@sortByAssociatedKeys";
    static final CelMacro MACRO = CelMacro.newReceiverMacro(
            "sortBy",
            2,
            (factory, target, arguments) -> Optional.of(expanded(factory, target, arguments.get(0), arguments.get(1))));

    private static final String INPUT = "@__sortBy_input__";
    private static final TypeParamType ELEMENT = TypeParamType.create("T");

    private SortBy() {}

    private static CelExpr expanded(CelMacroExprFactory factory, CelExpr target, CelExpr variable, CelExpr key) {
        if (variable.getKind() != ExprKind.Kind.IDENT) {
            return factory.reportError("argument must be a simple name");
        }
        String made = factory.getAccumulatorVarName();
        CelExpr keys = factory.fold(
                variable.ident().name(),
                factory.newIdentifier(INPUT),
                made,
                factory.newList(),
                factory.newBoolLiteral(true),
                factory.newGlobalCall("_+_", factory.newIdentifier(made), factory.newList(key)),
                factory.newIdentifier(made));
        return factory.fold(
                "#unused",
                factory.newList(),
                INPUT,
                target,
                factory.newBoolLiteral(false),
                factory.newIdentifier(INPUT),
                factory.newReceiverCall(FUNCTION, factory.newIdentifier(INPUT), keys));
    }

    static void addTo(Functions functions) {
        ListFunctions.COMPARABLE.forEach((name, type) -> add(functions, name, type));
    }

    private static void add(Functions functions, String name, CelType type) {
        ListType list = ListType.create(ELEMENT);
        functions.add(
                FUNCTION,
                CelOverloadDecl.newMemberOverload(
                        "list_" + name + "_sortByAssociatedKeys", list, list, ListType.create(type)),
                List.class,
                List.class,
                SortBy::sorted);
    }

    private static List<Object> sorted(List<?> elements, List<?> keys) {
        return IntStream.range(0, elements.size())
                .boxed()
                .sorted(Comparator.comparing(keys::get, ListFunctions::compare))
                .<Object>map(elements::get)
                .toList();
    }
}
