using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Work;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Proof;

/// <summary>Compares one video with its tree.</summary>
internal sealed class VideoCheck(Tree tree, Verdict verdict)
{
    private readonly Ending _ending = Ending.Of(tree);

    /// <summary>Looks at all that is known of the video.</summary>
    /// <param name="contents">What was found in it.</param>
    /// <param name="events">The events that have it as their subject.</param>
    /// <param name="jobs">What is left of the work on it.</param>
    public void Look(VideoContents contents, IReadOnlyList<CloudEvent> events, IReadOnlyList<Job> jobs)
    {
        CheckState(contents.Video, jobs);
        CheckEvents(events);
        CheckDead(jobs);
        if (_ending.State == VideoState.Accepted)
        {
            CheckDone(jobs);
        }
        else
        {
            CheckMeter(contents.Video);
            CheckContents(contents);
        }
    }

    private void CheckState(Video video, IReadOnlyList<Job> jobs)
    {
        var open = jobs.Where(job => job.State is JobState.Ready or JobState.Leased).ToList();
        if (open.Count > 0)
        {
            verdict.Wrong.Add($"Of video {tree.Number} there is still to be done: {string.Join(", ", open.Select(job => job.Order.Key.Stage))}.");
        }

        if (video.State != _ending.State)
        {
            var sentences = video.State == VideoState.Accepted ? verdict.Lost : verdict.Wrong;
            sentences.Add($"Video {tree.Number} is {video.State}, and must be {_ending.State}.");
        }
    }

    private void CheckEvents(IReadOnlyList<CloudEvent> events)
    {
        var told = events.Select(one => one.Type).ToList();
        var searchable = told.RemoveAll(type => type == EventTypes.Searchable);
        if (!told.SequenceEqual(_ending.Events) || searchable > 1)
        {
            var sentences = told.Count > _ending.Events.Count || searchable > 1 ? verdict.Doubled : verdict.Lost;
            sentences.Add($"The events of video {tree.Number} are {string.Join(", ", events.Select(one => one.Type))}.");
        }
    }

    private void CheckDead(IReadOnlyList<Job> jobs)
    {
        var dead = jobs.Where(job => job.State == JobState.Dead).Select(job => $"{job.Order.Key} {CodeOf(job)}").Order(StringComparer.Ordinal);
        var expected = _ending.Dead.Select(job => $"{job.Key} {job.Code}").Order(StringComparer.Ordinal);
        Differ(dead, expected, "were given up", verdict.Wrong);
    }

    // Who hangs is mostly asked in time; one that was always overtaken before it could answer has died, as others see it.
    private string? CodeOf(Job job) =>
        job.LastFailure?.Code is "worker-died" && tree.NatureOf(job.Order.Key) == Nature.Hangs ? "stood-still" : job.LastFailure?.Code;

    // Its run is not over, so that its jobs are still there.
    private void CheckDone(IReadOnlyList<Job> jobs)
    {
        var done = jobs.Where(job => job.State == JobState.Done).Select(job => Variants.KeyOf(job.Order.Key)).ToList();
        if (_ending.Done.Contains(tree.Plan))
        {
            Differ(Names(done), Names([.. _ending.Done, tree.Survey, tree.FirstIndex]), "are done", done.Count > _ending.Done.Count + 2 ? verdict.Doubled : verdict.Lost);
        }
        else
        {
            Differ(Names(done), Names(_ending.Done), "are done", done.Count > _ending.Done.Count ? verdict.Doubled : verdict.Lost);
        }
    }

    // Every job adds a weight of its own to its stage, in the transaction that ends it; the sum tells which did, and how often.
    private void CheckMeter(Video video)
    {
        foreach (var stage in Stages.All)
        {
            var took = video.Meter?.Stages.FirstOrDefault(cost => cost.Stage == stage) ?? new StageCost(stage, 0, default);
            var required = _ending.Done.Where(key => key.Stage == stage).ToList();
            var optional = ((JobKey[])[tree.Survey, tree.FirstIndex]).Where(key => key.Stage == stage).ToList();
            var (jobs, weight) = (required.Count, required.Sum(tree.WeightOf));
            var isRequired = took.Jobs == jobs && took.Cost.BytesRead == weight;
            var isWithOptional = took.Jobs == jobs + optional.Count && took.Cost.BytesRead == weight + optional.Sum(tree.WeightOf);
            if (!isRequired && !isWithOptional)
            {
                (took.Jobs > jobs + optional.Count ? verdict.Doubled : verdict.Lost).Add(
                    $"The meter of video {tree.Number} counts {took.Jobs} jobs of stage {stage} weighing {took.Cost.BytesRead}, and must count {jobs} weighing {weight}.");
            }
        }
    }

    private void CheckContents(VideoContents found)
    {
        var units = _ending.State == VideoState.Rejected
            ? []
            : _ending.Done.Where(key => key.Stage == Stages.Part).Select(key => key.Unit).Order(StringComparer.Ordinal).ToList();
        var expected = Flow.Final(tree, units).Contents;
        Differ(found.Tags.Select(tag => tag.Label), expected.Tags.Select(tag => tag.Label), "were found", verdict.Lost);
        Differ(found.Shots.Select(shot => $"{shot}"), expected.Shots.Select(shot => $"{shot}"), "are its shots", verdict.Lost);
    }

    private void Differ(IEnumerable<string> found, IEnumerable<string> expected, string what, List<string> sentences)
    {
        var (there, wanted) = (found.ToList(), expected.ToList());
        if (!there.SequenceEqual(wanted))
        {
            sentences.Add($"Of video {tree.Number} {what}: [{string.Join(", ", there)}], and must be [{string.Join(", ", wanted)}].");
        }
    }

    private static IEnumerable<string> Names(IEnumerable<JobKey> keys) => keys.Select(key => key.ToString()).Order(StringComparer.Ordinal);
}
