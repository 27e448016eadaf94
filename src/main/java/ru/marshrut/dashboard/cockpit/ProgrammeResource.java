package ru.marshrut.dashboard.cockpit;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.NoSuchElementException;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.ProgrammePanel;
import ru.marshrut.dashboard.ProgrammePanel.Panel;
import ru.marshrut.shared.NotYours;

/**
 * Answers the panel's script. Whose figures may be asked for follows from the appointments of the person who has signed in, not
 * from what the engine grants; a place above or beside his does not exist for him.
 */
@Path("plugin/" + ProgrammePlugin.ID)
public class ProgrammeResource extends AbstractCockpitPluginRootResource {

    public ProgrammeResource() {
        super(ProgrammePlugin.ID);
    }

    @GET
    @Path("panel")
    @Produces(MediaType.APPLICATION_JSON)
    public Panel panel(@QueryParam("place") String place, @QueryParam("year") String year, @Context ServletContext servlets) {
        // Cockpit makes this object itself, outside of our container.
        ApplicationContext beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servlets);
        try {
            return beans.getBean(ProgrammePanel.class).of(beans.getBean(Viewers.class).current(), place, year(year));
        } catch (NotYours | NoSuchElementException notHis) {
            throw new WebApplicationException(Response.Status.NOT_FOUND);
        }
    }

    private static Integer year(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("20\\d\\d")) {
            throw new WebApplicationException(Response.Status.BAD_REQUEST);
        }
        return Integer.valueOf(text);
    }
}
