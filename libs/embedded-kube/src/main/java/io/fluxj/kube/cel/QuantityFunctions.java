package io.fluxj.kube.cel;

import com.google.re2j.Pattern;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;

/** Kubernetes' functions on amounts such as {@code 100Mi}. */
final class QuantityFunctions {
    private static final OpaqueType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    private static final String WRONG_FORM =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private static final String WRONG_SUFFIX = "unable to parse quantity's suffix";
    private static final Pattern FORM = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private QuantityFunctions() {}

    /** An amount; two that are alike in value are equal. */
    record Amount(BigDecimal value) {
        Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    static void addTo(Functions functions) {
        functions
                .add(
                        "quantity",
                        CelOverloadDecl.newGlobalOverload("string_to_quantity", QUANTITY, SimpleType.STRING),
                        String.class,
                        text -> new Amount(Quantity.value(text)
                                .orElseThrow(() -> new Failure(FORM.matches(text) ? WRONG_SUFFIX : WRONG_FORM))))
                .add(
                        "isQuantity",
                        CelOverloadDecl.newGlobalOverload("is_quantity_string", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        text -> Quantity.value(text).isPresent());
        comparisons(functions);
        conversions(functions);
        arithmetic(functions);
    }

    private static void comparisons(Functions functions) {
        functions
                .add(
                        "isGreaterThan",
                        CelOverloadDecl.newMemberOverload(
                                "quantity_is_greater_than", SimpleType.BOOL, QUANTITY, QUANTITY),
                        Amount.class,
                        Amount.class,
                        (a, b) -> a.value().compareTo(b.value()) > 0)
                .add(
                        "isLessThan",
                        CelOverloadDecl.newMemberOverload("quantity_is_less_than", SimpleType.BOOL, QUANTITY, QUANTITY),
                        Amount.class,
                        Amount.class,
                        (a, b) -> a.value().compareTo(b.value()) < 0)
                .add(
                        "compareTo",
                        CelOverloadDecl.newMemberOverload("quantity_compare_to", SimpleType.INT, QUANTITY, QUANTITY),
                        Amount.class,
                        Amount.class,
                        (a, b) -> (long) a.value().compareTo(b.value()));
    }

    private static void conversions(Functions functions) {
        functions
                .add(
                        "sign",
                        CelOverloadDecl.newGlobalOverload("quantity_sign", SimpleType.INT, QUANTITY),
                        Amount.class,
                        a -> (long) a.value().signum())
                .add(
                        "asApproximateFloat",
                        CelOverloadDecl.newMemberOverload("quantity_get_float", SimpleType.DOUBLE, QUANTITY),
                        Amount.class,
                        a -> a.value().doubleValue())
                .add(
                        "asInteger",
                        CelOverloadDecl.newMemberOverload("quantity_get_int", SimpleType.INT, QUANTITY),
                        Amount.class,
                        QuantityFunctions::whole)
                .add(
                        "isInteger",
                        CelOverloadDecl.newMemberOverload("quantity_is_integer", SimpleType.BOOL, QUANTITY),
                        Amount.class,
                        QuantityFunctions::isWhole);
    }

    private static void arithmetic(Functions functions) {
        functions
                .add(
                        "add",
                        CelOverloadDecl.newMemberOverload("quantity_add", QUANTITY, QUANTITY, QUANTITY),
                        Amount.class,
                        Amount.class,
                        (a, b) -> new Amount(a.value().add(b.value())))
                .add(
                        "add",
                        CelOverloadDecl.newMemberOverload("quantity_add_int", QUANTITY, QUANTITY, SimpleType.INT),
                        Amount.class,
                        Long.class,
                        (a, b) -> new Amount(a.value().add(BigDecimal.valueOf(b))))
                .add(
                        "sub",
                        CelOverloadDecl.newMemberOverload("quantity_sub", QUANTITY, QUANTITY, QUANTITY),
                        Amount.class,
                        Amount.class,
                        (a, b) -> new Amount(a.value().subtract(b.value())))
                .add(
                        "sub",
                        CelOverloadDecl.newMemberOverload("quantity_sub_int", QUANTITY, QUANTITY, SimpleType.INT),
                        Amount.class,
                        Long.class,
                        (a, b) -> new Amount(a.value().subtract(BigDecimal.valueOf(b))));
    }

    private static boolean isWhole(Amount amount) {
        return amount.value().scale() <= 0 && amount.value().abs().compareTo(LARGEST) <= 0;
    }

    private static Object whole(Amount amount) {
        if (!isWhole(amount)) {
            throw new Failure("cannot convert value to integer");
        }
        return amount.value().longValueExact();
    }
}
