using System.Collections.Concurrent;
using VideoIndex.Jobs;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Running;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Indexing;

/// <summary>Adds up how far the jobs of each video have come, and foretells how long the rest will take.</summary>
/// <remarks>
/// Work is counted in frames. A survey, which decodes few of them but looks through the whole file, counts as
/// <see cref="SurveyShare"/> of the video's frames: it takes that part of the time, and would else make the beginning look slow. Reading the
/// words of a segment counts as <see cref="ReadingShare"/> of its frames, however many words there turn out to be.
/// </remarks>
internal sealed class ProgressBoard(TimeProvider clock) : IProgress<WorkerNotice>
{
    /// <summary>What a survey takes of the processor time of the full analysis: 0.11 as measured on 60 s of 1080p, 0.97 s beside 8.71 s, and a little for its start.</summary>
    public const double SurveyShare = 0.12;

    /// <summary>What reading words takes beside the decode of the frames: 0.19 as measured on 60 s of 1080p with strokes everywhere, 0.28 on 85 s of 720p with a running clock in the picture.</summary>
    public const double ReadingShare = 0.2;

    private readonly ConcurrentDictionary<(VideoId Video, int Run), Entry> _videos = new();

    /// <inheritdoc/>
    public void Report(WorkerNotice value)
    {
        if (value is WorkerNotice.Begun begun)
        {
            Take(begun.Lease.Order.Key, default);
        }
        else if (value is WorkerNotice.Moved moved)
        {
            Take(moved.Lease.Order.Key, moved.Progress);
        }
        else if (value is WorkerNotice.Ended { How: JobEnd.Done, Lease.Order.Key: var key } && _videos.TryGetValue((key.Video, key.Run), out var entry))
        {
            End(entry, key);
        }
    }

    private static void End(Entry entry, JobKey job)
    {
        if (job.Stage == StageNames.Survey)
        {
            entry.Surveyed[job.Unit] = true;
        }
        else if (job.Stage == StageNames.Text)
        {
            entry.Read[job.Unit] = 1;
        }
    }

    private void Take(JobKey job, StageProgress progress)
    {
        var entry = _videos.GetOrAdd((job.Video, job.Run), _ => new Entry(clock.GetTimestamp()));
        entry.Stage = job.Stage;
        if (job.Stage == StageNames.Frames)
        {
            entry.Frames[job.Unit] = progress.Done;
        }
        else if (job.Stage == StageNames.Text && progress.Whole > 0)
        {
            entry.Read[job.Unit] = (double)progress.Done / progress.Whole;
        }
    }

    /// <summary>Returns how far a video has come.</summary>
    /// <param name="video">The video.</param>
    /// <param name="run">Its run.</param>
    /// <param name="frames">How many frames it has; 0 when that is not known.</param>
    /// <param name="surveyed">How many segments are surveyed; 0 when none are.</param>
    public Standing Of(VideoId video, int run, long frames, int surveyed)
    {
        if (!_videos.TryGetValue((video, run), out var entry))
        {
            return new Standing("", 0, frames, null, null);
        }

        var done = entry.Frames.Values.Sum();
        var elapsed = clock.GetElapsedTime(entry.Started);
        if (frames == 0 || done == 0)
        {
            return new Standing(entry.Stage, done, frames, null, null);
        }

        var extra = surveyed > 0 ? SurveyShare * frames : 0;
        var read = entry.Read.Sum(part => part.Value * entry.Frames.GetValueOrDefault(part.Key));
        var worked = done + (ReadingShare * read) + (extra * entry.Surveyed.Count / Math.Max(1, surveyed));
        var share = Math.Min(1, worked / (frames * (1 + ReadingShare) + extra));
        return new Standing(entry.Stage, done, frames, share, elapsed * ((1 - share) / share));
    }

    private sealed class Entry(long started)
    {
        public long Started { get; } = started;

        public string Stage { get; set; } = "";

        public ConcurrentDictionary<string, long> Frames { get; } = new();

        public ConcurrentDictionary<string, double> Read { get; } = new();

        public ConcurrentDictionary<string, bool> Surveyed { get; } = new();
    }
}

/// <summary>How far a video has come.</summary>
/// <param name="Stage">The stage last heard of.</param>
/// <param name="Done">How many frames are analysed.</param>
/// <param name="Frames">How many there are; 0 when that is not known.</param>
/// <param name="Share">The share of the work that is done, from 0 to 1; null when nothing can be said.</param>
/// <param name="Left">How long the rest will take at the pace so far; null when nothing can be said.</param>
internal sealed record Standing(string Stage, long Done, long Frames, double? Share, TimeSpan? Left);
