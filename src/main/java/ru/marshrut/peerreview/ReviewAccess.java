package ru.marshrut.peerreview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/**
 * Who sees the final files: the school, those above it, its curator. The documents of a school are open to its partners
 * too from the moment the exchange opens, and only when they were delivered (DESIGN 10).
 */
@Configuration
class ReviewAccess {

    @Bean
    ResourcePolicy partnersPolicy(CircleRows circles, RoundRows rounds) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return SchoolDocuments.TYPE;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                long schoolId = number(id, 0);
                return circles.ofSchool(schoolId).stream()
                    .filter(circle -> rounds.round(circle.roundId()).year() == number(id, 1))
                    .anyMatch(circle -> openTo(viewer, circle, schoolId));
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return false;
            }
        };
    }

    @Bean
    ResourcePolicy circleSidePolicy(@org.springframework.context.annotation.Lazy AccessPolicy policy) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return PackageKinds.CIRCLE_SIDE;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return policy.maySee(viewer, Place.school(number(id, 1)));
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return false;
            }
        };
    }

    private static boolean openTo(Viewer viewer, Circle circle, long schoolId) {
        return circle.openedAt() != null && circle.status() != Circle.Status.DISSOLVED && circle.side(schoolId).delivered()
            && circle.partnersOf(schoolId).stream().map(partner -> Place.school(partner.schoolId()))
                .anyMatch(partner -> viewer.answersFor(Role.SCHOOL_COORDINATOR, partner) || viewer.holds(Role.CURATOR, partner));
    }

    private static long number(String id, int part) {
        String[] parts = id.split("-");
        try {
            return Long.parseLong(parts[part]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return -1; // names nothing that anybody may see
        }
    }
}
