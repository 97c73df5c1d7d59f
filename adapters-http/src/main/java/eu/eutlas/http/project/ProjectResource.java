package eu.eutlas.http.project;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.project.CreateProject;
import eu.eutlas.application.project.DeleteProject;
import eu.eutlas.application.project.Projects;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.PageQuery;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.IfMatch;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The projects of an organization. */
@Path("/v1/orgs/{orgId}/projects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProjectResource {
  private final Projects projects;

  public ProjectResource(Projects projects) {
    this.projects = projects;
  }

  @POST
  @Status(201)
  public Answer<ProjectResponse> createProject(
      @Auth Visitor visitor,
      @PathParam("orgId") OrgId org,
      @BeanParam Idempotency idempotency,
      CreateProjectRequest request) {
    var command = new CreateProject.Command(org, request.name(), idempotency.origin(visitor));
    var created = orThrow(projects.create().handle(visitor.person(), command));
    return render(created.value())
        .location("/orgs/" + org + "/projects/" + created.value().id())
        .replayed(created.replayed());
  }

  @GET
  public Items<ProjectResponse> listProjects(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org, @Query PageQuery query) {
    return Items.of(
        orThrow(projects.list().handle(visitor.person(), org, query.page())), ProjectResponse::of);
  }

  @GET
  @Path("/{projectId}")
  public Answer<ProjectResponse> readProject(
      @Auth Visitor visitor,
      @PathParam("orgId") OrgId org,
      @PathParam("projectId") ProjectId project) {
    return render(orThrow(projects.read().handle(visitor.person(), org, project)));
  }

  @DELETE
  @Path("/{projectId}")
  public void deleteProject(
      @Auth Visitor visitor,
      @PathParam("orgId") OrgId org,
      @PathParam("projectId") ProjectId project,
      @BeanParam IfMatch ifMatch) {
    var command = new DeleteProject.Command(org, project, ifMatch.revision());
    orThrow(projects.delete().handle(visitor.person(), command));
  }

  private static Answer<ProjectResponse> render(Project project) {
    return Answer.of(ProjectResponse.of(project)).validator(project.revision());
  }
}
