/** How go-yaml prints scalars and orders keys, and what of a plain text it takes for something else: what Helm and kustomize write, they write by it. */
@NullMarked
package io.fluxj.yaml;

import org.jspecify.annotations.NullMarked;
