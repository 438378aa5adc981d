/** Keys of files that clouds keep: AWS KMS, Azure Key Vault, Google Cloud KMS. */
@NullMarked
package io.fluxj.kustomization.kms;

import org.jspecify.annotations.NullMarked;
