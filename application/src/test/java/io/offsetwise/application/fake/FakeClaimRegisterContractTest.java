package io.offsetwise.application.fake;

import io.offsetwise.application.contract.ClaimRegisterContract;
import io.offsetwise.application.resume.ClaimRegister;

class FakeClaimRegisterContractTest extends ClaimRegisterContract {

  @Override
  protected ClaimRegister register() {
    return new FakeClaimRegister(new FakeDatabase());
  }
}
