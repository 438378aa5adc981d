package io.fluxj.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled expression over the fields at the top of one object, which gives true or false. Serves several threads. */
public final class ObjectExpression {

    /** What these names mean in an expression, no field of an object changes. */
    private static final Set<String> TYPES =
            Set.of("bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string", "uint");

    private final BooleanExpression expression;
    private final Set<String> fields;

    private ObjectExpression(BooleanExpression expression, Set<String> fields) {
        this.expression = expression;
        this.fields = fields;
    }

    static ObjectExpression compile(Cel cel, String text) throws InvalidExpression {
        Set<String> names = names(Compiled.parse(cel, text));
        CelBuilder builder = cel.toCelBuilder();
        names.forEach(name -> builder.addVar(name, SimpleType.DYN));
        return new ObjectExpression(BooleanExpression.compileLoosely(builder.build(), text), names);
    }

    /** Variables of macros are among them; inside of the macro they win. */
    private static Set<String> names(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(CelNavigableExpr::expr)
                .map(ident -> ident.ident().name())
                .filter(name -> !TYPES.contains(name) && !name.startsWith("@"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What it gives for this object. */
    public boolean evaluate(JsonNode object) throws EvaluationFailure {
        Map<String, JsonNode> present = new HashMap<>();
        for (String field : fields) {
            if (object.has(field)) {
                present.put(field, object.path(field));
            }
        }
        return expression.evaluate(present);
    }
}
