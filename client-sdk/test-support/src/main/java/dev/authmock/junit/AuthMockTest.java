package dev.authmock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class with an Auth Mock of its own, on a free port.
 *
 * <p>The mock starts before the first test of the class and stops after the last; before each test
 * it is reset. Methods and constructors may have parameters of the types {@link AuthMock} and {@link
 * dev.authmock.sdk.AuthMockClient}. {@code @Nested} classes share the mock, unless they have this
 * annotation with other properties. Classes may run in parallel; the tests of one class take turns.
 *
 * <p>The reset comes after the constructor of the test class and after {@code @BeforeAll}: what
 * these tell the mock is forgotten when a test begins. So what a test needs is set up in
 * {@code @BeforeEach} or in the test itself. With parallel execution, constructors take no turns:
 * they may run while another test of the class does.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AuthMockExtension.class)
public @interface AuthMockTest {

  /**
   * Settings of the mock, as in its README.
   *
   * @return each as {@code name=value}, for example {@code authmock.offers.lifetime=10s}
   */
  String[] properties() default {};
}
