using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>A sheet as timelines see it: videos with frames, and for each rate the moments one after the other.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Videos">The videos.</param>
/// <param name="Pulls">A reel of moments for each rate there is, for a timeline has one rate.</param>
/// <param name="Notes">What a timeline cannot carry of the sheet.</param>
internal sealed record TimelineSheet(string Title, IReadOnlyList<TimelineVideo> Videos, IReadOnlyList<PullReel> Pulls, IReadOnlyList<string> Notes)
{
    /// <summary>Gets how many moments there are.</summary>
    public int Moments => Pulls.Sum(reel => reel.Pulls.Count);

    /// <summary>Returns a sheet as timelines see it.</summary>
    /// <exception cref="ExportException"><c>variable-rate</c>; <c>nothing-to-export</c>.</exception>
    public static TimelineSheet Of(ExportSheet sheet)
    {
        List<TimelineVideo> videos = [.. sheet.Videos.Where(video => video.Moments.Count > 0).Select(TimelineVideo.Of)];
        return videos is []
            ? throw new ExportException("nothing-to-export", "There is nothing to put on a timeline.")
            : new TimelineSheet(sheet.Title, videos, [.. videos.GroupBy(video => video.Rate).Select(same => PullReel.Of(same.Key, [.. same]))], [.. NotesOf(videos)]);
    }

    private static IEnumerable<string> NotesOf(List<TimelineVideo> videos)
    {
        foreach (var video in videos)
        {
            if (video.Video.IsConformed)
            {
                yield return $"'{video.Video.Name}' has a varying rate: its frames are those of a copy conformed to {video.Rate} frames a second, not of the file itself.";
            }

            if (video.Lead > 0 || (video.Labels.FirstFrame.Seconds * video.Rate.FramesPerSecond).Round() > 0)
            {
                yield return $"'{video.Video.Name}' shows its first picture only at {video.Labels.FirstFrame.Seconds} s, after its sound has begun. "
                    + "Programs differ in where they begin to count such a file: check one cut.";
            }

            var cut = video.Video.Moments.Count(video.IsCut);
            if (cut > 0)
            {
                yield return $"'{video.Video.Name}': {cut} of {video.Video.Moments.Count} moments reach beyond the pictures and were cut to them.";
            }
        }
    }
}

/// <summary>Moments of one rate, one after the other.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Pulls">The moments.</param>
internal sealed record PullReel(FrameRate Rate, IReadOnlyList<Pull> Pulls)
{
    /// <summary>Gets how many frames long it is.</summary>
    public long Length => Pulls is [.., var last] ? last.At + last.Frames.Count : 0;

    /// <summary>Gets the label it starts with: an hour, drop-frame where that of its first video is.</summary>
    public Timecode Start => Timecode.TryParse(Pulls[0].Video.FileStart.DropFrame ? "01:00:00;00" : "01:00:00:00", Rate, out var start) ? start : Timecode.FromFrame(0, Rate);

    /// <summary>Gets what tells it from reels of other rates, and is part of a file's name: <c>25</c>, <c>30000-1001</c>.</summary>
    public string RateName => Rate.ToString().Replace('/', '-');

    /// <summary>Returns the reel of videos of one rate.</summary>
    public static PullReel Of(FrameRate rate, IReadOnlyList<TimelineVideo> videos)
    {
        var pulls = new List<Pull>();
        foreach (var video in videos)
        {
            foreach (var moment in video.Video.Moments)
            {
                pulls.Add(new Pull(video, moment, video.FramesOf(moment), pulls is [.., var last] ? last.At + last.Frames.Count : 0));
            }
        }

        return new PullReel(rate, pulls);
    }
}

/// <summary>A moment on a reel.</summary>
/// <param name="Video">The video it is of.</param>
/// <param name="Moment">The moment.</param>
/// <param name="Frames">Its frames, counted from the video's first picture.</param>
/// <param name="At">Where it begins on the reel, in frames from the reel's beginning.</param>
internal sealed record Pull(TimelineVideo Video, ExportMoment Moment, FrameRange Frames, long At)
{
    /// <summary>Gets what it is called; its kind where it has no name.</summary>
    public string Name => NameOf(Moment);

    /// <summary>Returns what a moment is called; its kind where it has no name.</summary>
    public static string NameOf(ExportMoment moment) => string.IsNullOrWhiteSpace(moment.Name) ? moment.Kind : moment.Name;
}
