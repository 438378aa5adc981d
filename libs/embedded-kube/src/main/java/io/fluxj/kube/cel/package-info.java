/** Rules in CEL: the types and values of schemas, Kubernetes' functions, costs, and the words of refusals. */
@NullMarked
package io.fluxj.kube.cel;

import org.jspecify.annotations.NullMarked;
