/** What an installation consists of: the files of {@code deploy/kustomize} and {@code crds}, built as asked for. */
@NullMarked
package io.fluxj.deploy;

import org.jspecify.annotations.NullMarked;
