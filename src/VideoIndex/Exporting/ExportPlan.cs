using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Exporting;

/// <summary>Decides what exactly leaves: which labels name the frames, what is made one, how far each moment reaches. Pure.</summary>
public static class ExportPlan
{
    /// <summary>Returns the sheet as it leaves: moments made one, then widened by the handles as far as the video goes, coloured, in order; videos with labels.</summary>
    /// <exception cref="ExportException"><c>bad-start</c>: the label the running timecode is to begin with is none at a video's rate; <c>variable-rate</c>.</exception>
    public static ExportSheet Of(ExportSheet sheet, ExportRules rules)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(rules);
        return sheet with { Videos = [.. sheet.Videos.Select(video => Of(video, rules))] };
    }

    private static ExportedVideo Of(ExportedVideo video, ExportRules rules)
    {
        var labels = LabelsOf(video.Video, rules);
        var rate = labels?.First.Rate;
        var handles = rules.Handles.At(rate);
        List<ExportMoment> inOrder = [.. video.Moments.OrderBy(moment => moment.Span.Start).ThenBy(moment => moment.Span.End)];
        var joined = rules.MergeGap is { } gap ? Joined(inOrder, gap.At(rate)) : inOrder;
        return video with
        {
            Labels = labels,
            IsConformed = labels is not null && video.Video.Timecodes is null,
            Moments =
            [
                .. joined.Select(moment => moment with { Span = Widened(moment.Span, handles, video.Video.Extent), Colour = ExportColours.Of(moment.Kind, rules) })
                    .OrderBy(moment => moment.Span.Start).ThenBy(moment => moment.Span.End),
            ],
        };
    }

    private static TimecodeTrack? LabelsOf(Video video, ExportRules rules)
    {
        var own = video.Timecodes ?? (rules.Rate is { } chosen && video.Frames > 0 ? TimecodeTrack.Running(chosen, video.Extent.Start) : null);
        if (own is null || (rules.Timecode == TimecodeKind.Source && rules.Start is null))
        {
            return own;
        }

        var rate = own.First.Rate;
        return rules.Start is null
            ? own with { First = Timecode.FromFrame(0, rate, own.First.DropFrame) }
            : Timecode.TryParse(rules.Start, rate, out var first)
                ? own with { First = first }
                : throw new ExportException("bad-start", $"'{rules.Start}' is no timecode at {rate} frames a second.");
    }

    // Those of one kind and name; of what else lies between them, nothing is asked.
    private static List<ExportMoment> Joined(List<ExportMoment> inOrder, MediaDuration gap)
    {
        var done = new List<ExportMoment>();
        var open = new Dictionary<(string Kind, string Name), int>();
        foreach (var moment in inOrder)
        {
            var key = (moment.Kind, moment.Name);
            if (open.TryGetValue(key, out var at) && moment.Span.Start <= done[at].Span.End + gap)
            {
                done[at] = done[at].With(moment);
            }
            else
            {
                open[key] = done.Count;
                done.Add(moment);
            }
        }

        return done;
    }

    private static MediaSpan Widened(MediaSpan span, MediaDuration handles, MediaSpan extent)
    {
        var (start, end) = (span.Start - handles, span.End + handles);
        start = handles.Seconds != default && start < extent.Start ? Earlier(span.Start, extent.Start) : start;
        end = handles.Seconds != default && end > extent.End ? Later(span.End, extent.End) : end;
        return new MediaSpan(start, end);
    }

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;
}
