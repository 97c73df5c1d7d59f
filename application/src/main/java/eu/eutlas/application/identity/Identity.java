package eu.eutlas.application.identity;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.operation.ReconcileQueue;

/** What can be done about accounts and sessions. */
public record Identity(
    SignUp signUp,
    VerifyEmail verifyEmail,
    ResendVerification resendVerification,
    LogIn logIn,
    RefreshSession refreshSession,
    LogOut logOut,
    Authenticate authenticate,
    ReadProfile readProfile,
    GrantAdministration grantAdministration) {

  public static Identity of(Ports ports, ReconcileQueue queue, Ids ids) {
    var users = ports.stores().users();
    var sessions = ports.stores().sessions();
    var mails = ports.stores().mails();
    var passwords = ports.security().passwords();
    var tokens = ports.security().tokens();
    var clock = ports.clock();
    var logins = new Logins(sessions, users, clock);
    var issue = new TokenIssue(tokens, clock);
    var post =
        new IdentityMails(
            ports.settings(), ports.security().sealer(), queue, ports.jobs(), ids, clock);
    return new Identity(
        new SignUp(ports.settings(), users, mails, passwords, tokens, post, ids, clock),
        new VerifyEmail(users, tokens, clock),
        new ResendVerification(users, mails, tokens, post, clock),
        new LogIn(users, sessions, passwords, issue, ids, clock),
        new RefreshSession(sessions, users, tokens, issue, logins, clock),
        new LogOut(sessions, logins, clock),
        new Authenticate(tokens, logins, clock),
        new ReadProfile(users),
        new GrantAdministration(users, clock));
  }
}
