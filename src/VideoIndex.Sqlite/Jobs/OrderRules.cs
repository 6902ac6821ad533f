using VideoIndex.Jobs;
using VideoIndex.Sqlite.Catalog;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Refuses effects that contradict themselves, before anything is written.</summary>
internal static class OrderRules
{
    /// <exception cref="ArgumentException">A fan-in has other parts than it says, or a change is of two videos.</exception>
    public static void Check(Effects effects)
    {
        foreach (var fanIn in effects.FanIns)
        {
            var parts = effects.Orders.Concat(effects.FanIns.Select(other => other.Then)).Count(order => order.FanIn == fanIn.Name);
            if (parts != fanIn.Parts)
            {
                throw new ArgumentException(
                    $"The fan-in '{fanIn.Name}' is to have {fanIn.Parts} parts, but {parts} are ordered with it.", nameof(effects));
            }
        }

        if (effects.Change is { } change)
        {
            CatalogChanges.Check(change);
        }
    }
}
