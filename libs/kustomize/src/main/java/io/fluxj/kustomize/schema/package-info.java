/** What the engine knows of the fields of kinds: merge keys and scopes. */
@NullMarked
package io.fluxj.kustomize.schema;

import org.jspecify.annotations.NullMarked;
