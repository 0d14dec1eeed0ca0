package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

/** The product's own job: a fault that breaks its promise would prove nothing of a wrong build. */
enum RightBuild implements Build {
  PRODUCT
}
