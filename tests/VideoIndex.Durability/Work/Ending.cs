using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Work;

/// <summary>How a tree ends, whatever happens to those who work on it.</summary>
/// <param name="State">The video's.</param>
/// <param name="Done">The jobs that are done, once each. The survey and its index may be, too.</param>
/// <param name="Dead">The jobs that are given up, with the code of the reason.</param>
internal sealed record Ending(VideoState State, IReadOnlyList<JobKey> Done, IReadOnlyList<(JobKey Key, string Code)> Dead)
{
    /// <summary>Gets the events of the video itself, in order; that it can be searched may come in between.</summary>
    public IReadOnlyList<string> Events => State switch
    {
        VideoState.Accepted => [EventTypes.Accepted],
        VideoState.Rejected => [EventTypes.Accepted, EventTypes.Rejected],
        _ => [EventTypes.Accepted, EventTypes.Indexed],
    };

    public static Ending Of(Tree tree)
    {
        if (tree.NatureOf(tree.Probe) == Nature.Refuses)
        {
            return new Ending(VideoState.Rejected, [tree.Probe], []);
        }

        var done = new List<JobKey>();
        var dead = new List<(JobKey Key, string Code)>();
        foreach (var step in (JobKey[][])[[tree.Probe], [tree.Plan], [.. tree.PartKeys], [tree.Assemble], [tree.Index]])
        {
            done.AddRange(step.Where(key => !tree.NatureOf(key).IsPoison()));
            dead.AddRange(step.Where(key => tree.NatureOf(key).IsPoison()).Select(key => (key, CodeOf(tree.NatureOf(key)))));
            if (step is [var only] && only.Stage != Stages.Part && dead.Any(job => job.Key == only))
            {
                return new Ending(VideoState.Accepted, done, dead); // it waits for a person
            }
        }

        return new Ending(dead.Count == 0 ? VideoState.Ok : VideoState.Degraded, done, dead);
    }

    private static string CodeOf(Nature nature) => nature switch
    {
        Nature.Throws => "fault",
        Nature.Permanent => "made-to-fail",
        Nature.Hangs => "stood-still",
        _ => "worker-died",
    };
}
