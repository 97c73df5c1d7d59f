import { rootRoute } from "@/app/routes/root";
import { signedInRoute } from "@/app/routes/signedIn";
import { signedOutRoutes } from "@/app/routes/signedOut";

export const routeTree = rootRoute.addChildren([...signedOutRoutes, signedInRoute]);
