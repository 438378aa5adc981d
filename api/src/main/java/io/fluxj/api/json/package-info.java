/** How the API's records are written as JSON: what is absent stays absent, what is not known is kept. */
@NullMarked
package io.fluxj.api.json;

import org.jspecify.annotations.NullMarked;
