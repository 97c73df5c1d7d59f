package eu.eutlas.http.project;

import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.http.json.JsonRequest;

/** The project that is wanted. */
record CreateProjectRequest(ProjectName name) implements JsonRequest {}
