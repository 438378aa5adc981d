/**
 * YAML as kustomize sees it: a mutable node tree read through a real parser, the type rules of YAML 1.1 and 1.2, and the printer whose
 * bytes are kustomize's.
 */
@NullMarked
package io.fluxj.kustomize.yaml;

import org.jspecify.annotations.NullMarked;
