package ru.marshrut.access.web;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewers;

/** One sign-in and one session for our pages, the API and the webapps. What is not named here needs a sign-in. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    private static final RequestMatcher API = antMatcher("/api/**");
    private static final RequestMatcher METRICS = antMatcher("/actuator/**");
    private static final RequestMatcher WEBAPPS = antMatcher("/camunda/**");
    private static final RequestMatcher WEBAPPS_API = antMatcher("/camunda/api/**");
    private static final RequestMatcher WEBAPPS_SIGN_OUT = antMatcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'self'";

    private final SignInRules rules;
    private final Viewers viewers;
    private final Failures failures;
    private final ObjectMapper json;
    private final boolean encrypted;

    SecurityConfiguration(SignInRules rules, Viewers viewers, Failures failures, ObjectMapper json,
            @Value("${marshrut.public-url:}") String publicUrl) {
        this.rules = rules;
        this.viewers = viewers;
        this.failures = failures;
        this.json = json;
        this.encrypted = publicUrl.startsWith("https:");
    }

    /** Programs with a password: no session, hence no CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        RequestMatcher withPassword = request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null && API.matches(request);
        http.securityMatcher(new OrRequestMatcher(withPassword, METRICS))
            .authorizeHttpRequests(requests -> requests
                .requestMatchers(antMatcher("/actuator/health/**"), antMatcher("/actuator/health")).permitAll()
                .requestMatchers(METRICS).access(administrator())
                .anyRequest().access(appointedToday()))
            .httpBasic(basic -> basic.authenticationEntryPoint(this::askForPassword))
            .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, e) -> write(HttpStatus.FORBIDDEN, response)))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.disable());
        return headers(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(new AndRequestMatcher(
            request -> HttpMethod.GET.matches(request.getMethod()) && !Programs.isOne(request),
            new NegatedRequestMatcher(WEBAPPS_API), new NegatedRequestMatcher(antMatcher("/error"))));
        SimpleUrlLogoutSuccessHandler toSignIn = new SimpleUrlLogoutSuccessHandler();
        toSignIn.setDefaultTargetUrl("/login?logout");
        http.authorizeHttpRequests(requests -> requests
                .requestMatchers("/login", "/password", "/password/**", "/css/**", "/js/**", "/img/**", "/favicon.ico", "/error").permitAll()
                .requestMatchers("/camunda/api/admin/setup/**", "/engine-rest/**").denyAll()
                .requestMatchers("/camunda/api/admin/auth/**").access(appointedToday())
                .requestMatchers("/camunda/api/admin/**", "/camunda/app/admin/**", "/camunda/app/welcome/**").access(administrator())
                .requestMatchers("/camunda/api/cockpit/**", "/camunda/app/cockpit/**").access(seesProcesses())
                .anyRequest().access(appointedToday()))
            .formLogin(form -> form.loginPage("/login").failureHandler((request, response, e) ->
                new SimpleUrlAuthenticationFailureHandler(e instanceof DisabledException ? "/login?closed" : "/login?error")
                    .onAuthenticationFailure(request, response, e)))
            .logout(logout -> logout
                .logoutRequestMatcher(new OrRequestMatcher(antMatcher(HttpMethod.POST, "/logout"), WEBAPPS_SIGN_OUT))
                .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), WEBAPPS_SIGN_OUT)
                .defaultLogoutSuccessHandlerFor(toSignIn, AnyRequestMatcher.INSTANCE))
            .requestCache(cache -> cache.requestCache(pages))
            .exceptionHandling(handling -> handling
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), WEBAPPS_API)
                .defaultAuthenticationEntryPointFor((request, response, e) -> write(HttpStatus.UNAUTHORIZED, response), Programs::isOne)
                .defaultAccessDeniedHandlerFor((request, response, e) -> write(HttpStatus.FORBIDDEN, response), Programs::isOne)
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
            // The webapps bring their own CSRF token and check.
            .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS));
        return headers(http).build();
    }

    private HttpSecurity headers(HttpSecurity http) throws Exception {
        // The webapps have a policy of their own, with a nonce per page.
        var ours = new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(WEBAPPS),
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY));
        return http.headers(headers -> headers
            .addHeaderWriter(ours)
            .frameOptions(frame -> frame.sameOrigin()) // a task's page is shown inside of the task list
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
            .httpStrictTransportSecurity(transport -> {
                if (encrypted) {
                    transport.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(31_536_000).includeSubDomains(false);
                } else {
                    transport.disable();
                }
            }));
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Whether somebody may sign in today is told only to those who know the password. */
    @Bean
    AuthenticationManager passwords(PasswordEncoder encoder, AuthenticationEventPublisher events) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(rules::person);
        provider.setPasswordEncoder(encoder);
        provider.setPreAuthenticationChecks(person -> refuseUnless(person, UserDetails::isAccountNonLocked, new LockedException("locked")));
        provider.setPostAuthenticationChecks(person -> refuseUnless(person, UserDetails::isEnabled, new DisabledException("no appointment")));
        ProviderManager manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    private static void refuseUnless(UserDetails person, Predicate<UserDetails> condition, RuntimeException refusal) {
        if (!condition.test(person)) {
            throw refusal;
        }
    }

    /** A session ends in effect when its person's last appointment does, the account is closed or the password is changed. */
    private AuthorizationManager<RequestAuthorizationContext> appointedToday() {
        return (authentication, request) -> new AuthorizationDecision(person(authentication) != null);
    }

    private AuthorizationManager<RequestAuthorizationContext> administrator() {
        return memberOf(EngineIdentities.ADMINISTRATORS);
    }

    private AuthorizationManager<RequestAuthorizationContext> seesProcesses() {
        return memberOf(EngineIdentities.ADMINISTRATORS, EngineIdentities.REGIONAL);
    }

    private AuthorizationManager<RequestAuthorizationContext> memberOf(String... groups) {
        return (authentication, request) -> {
            SignedIn person = person(authentication);
            return new AuthorizationDecision(person != null && !Collections.disjoint(List.of(groups),
                EngineIdentities.groupsOf(viewers.of(person.personId()).appointments())));
        };
    }

    private SignedIn person(Supplier<Authentication> authentication) {
        Authentication known = authentication.get();
        return known != null && known.getPrincipal() instanceof SignedIn person && rules.mayGoOn(person) ? person : null;
    }

    private void askForPassword(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Marshrut\", charset=\"UTF-8\"");
        write(HttpStatus.UNAUTHORIZED, response);
    }

    private void write(HttpStatus status, HttpServletResponse response) throws IOException {
        ProblemDetail problem = failures.of(status);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), problem);
    }
}
