/** YAML as go-yaml reads and writes it, in both of its versions. */
@NullMarked
package io.fluxj.gotemplate.yaml;

import org.jspecify.annotations.NullMarked;
