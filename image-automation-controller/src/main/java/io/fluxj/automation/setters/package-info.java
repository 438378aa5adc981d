/** Values in YAML files that follow images: which ones, and how they are written without touching anything else. */
@NullMarked
package io.fluxj.automation.setters;

import org.jspecify.annotations.NullMarked;
