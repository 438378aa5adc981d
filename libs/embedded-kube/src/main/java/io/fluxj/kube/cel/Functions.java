package io.fluxj.kube.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions beyond CEL's own: their declarations, and what they do. */
final class Functions {
    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final Map<String, List<CelFunctionBinding>> bindings = new LinkedHashMap<>();

    <A> Functions add(String name, CelOverloadDecl overload, Class<A> argument, CelFunctionOverload.Unary<A> does) {
        return add(name, overload, CelFunctionBinding.from(overload.overloadId(), argument, does));
    }

    <A, B> Functions add(
            String name,
            CelOverloadDecl overload,
            Class<A> first,
            Class<B> second,
            CelFunctionOverload.Binary<A, B> does) {
        return add(name, overload, CelFunctionBinding.from(overload.overloadId(), first, second, does));
    }

    Functions add(String name, CelOverloadDecl overload, CelFunctionBinding binding) {
        overloads.computeIfAbsent(name, n -> new ArrayList<>()).add(overload);
        bindings.computeIfAbsent(name, n -> new ArrayList<>()).add(binding);
        return this;
    }

    List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> out = new ArrayList<>();
        overloads.forEach((name, list) -> out.add(CelFunctionDecl.newFunctionDeclaration(name, list)));
        return out;
    }

    List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> out = new ArrayList<>();
        bindings.forEach((name, list) -> out.addAll(CelFunctionBinding.fromOverloads(name, list)));
        return out;
    }
}
