@NullMarked
package io.fluxj.kustomize.regex;

import org.jspecify.annotations.NullMarked;
