/** YAML as go-yaml v3 reads and writes it, comments included: a sops file keeps what that library makes of it. */
@NullMarked
package io.fluxj.sops.yaml;

import org.jspecify.annotations.NullMarked;
