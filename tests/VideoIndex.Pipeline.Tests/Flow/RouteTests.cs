using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Flow;

public sealed class RouteTests
{
    private static readonly Video Video = A.Video("a.mp4").Contents.Video;
    private static readonly Segment[] Segments = [new(null, 250, 258, 250), new(250, null, null, 250)];
    private static readonly Witness Witness = new(default, false);

    [Fact]
    public void What_follows_from_what_is_as_approved()
    {
        var story = new StringBuilder();
        Tell("offered", Route.Begin(Video));
        Tell("probed, with pictures", Route.After(new ProbeVideo(Video.Id, 1), new VideoProbed(Film.Of(Film.Pictures()))));
        Tell("probed, sound alone", Route.After(new ProbeVideo(Video.Id, 1), new VideoProbed(Film.Of())));
        Tell("planned, a survey is worth it", Route.After(new PlanSegments(Video.Id, 1), new SegmentsPlanned(Segments, 500, Survey: true, Sound: true)));
        Tell("planned, it is not", Route.After(new PlanSegments(Video.Id, 1), new SegmentsPlanned([Segment.Whole], 50, Survey: false, Sound: false)));
        Tell("assembled", Route.After(new Assemble(Video.Id, 1), new VideoAssembled(A.Video("a.mp4").Contents, [])));
        Tell("nothing to be seen at first look", Route.After(new Assemble(Video.Id, 1, Assemble.FirstLook), new VideoAssembled(null, [])));
        Tell("segments distrusted", Route.After(new Assemble(Video.Id, 1), new VideoAssembled(null, [], NeedsWhole: true)));
        Tell("captions read on a wrong belief", Route.After(new Assemble(Video.Id, 1, 2), new VideoAssembled(null, [], NeedsCaptions: Witness)));
        Tell("first look indexed", Route.After(new IndexVideo(Video.Id, 1, Assemble.FirstLook), new VideoIndexed(A.Video("a.mp4"))));
        Tell("indexed", Route.After(new IndexVideo(Video.Id, 1, 1), new VideoIndexed(A.Video("a.mp4"))));
        Tell("indexed, with pictures", Route.After(new IndexVideo(Video.Id, 1, 1), new VideoIndexed(A.Video("a.mp4").With(contents => contents with { Video = contents.Video with { Probe = Film.Of(Film.Pictures()) } }))));
        Tell("indexed, with sound to be listened to", Route.After(new IndexVideo(Video.Id, 1, 1), new VideoIndexed(A.Video("a.mp4"))
        {
            ToHear = [new Transcribe(Video.Id, 1, "folder", new Ear(1, "left", 100, 0), default), new Transcribe(Video.Id, 1, "folder", new Ear(2, null, 50, 50), default)],
        }));
        Tell("refused", Route.Refused(Video, new MediaRefusedException("stalled", "It hung.", quarantine: true)));
        Golden.Verify(story.ToString());

        void Tell(string what, Effects effects)
        {
            story.AppendLine(what);
            foreach (var order in effects.Orders)
            {
                story.AppendLine(null, $"  order {order.Priority} {Short(order)}{(order.FanIn is { } name ? $", part of {Short(name)}" : "")}");
            }

            foreach (var fanIn in effects.FanIns)
            {
                story.AppendLine(null, $"  after {fanIn.Parts} parts of {Short(fanIn.Name)}: {Short(fanIn.Then)}");
            }

            story.Append(effects.Change switch
            {
                CatalogChange.Publish { Final: var final } => $"  publish{(final ? ", final" : "")}\n",
                { } change => $"  {change.GetType().Name.ToLowerInvariant()}\n",
                null => "",
            });
        }
    }

    [Fact]
    public void A_command_is_a_claim_check_below_1_KB()
    {
        var wide = new Segment(long.MinValue, long.MaxValue, long.MaxValue, long.MaxValue);
        var far = new Witness(new MediaTime(new Rational(long.MaxValue, long.MaxValue - 1)), true);
        var orders = Route.After(new PlanSegments(Video.Id, int.MaxValue), new SegmentsPlanned([wide], long.MaxValue, true, true)).Orders
            .Concat(Route.After(new Assemble(Video.Id, int.MaxValue), new VideoAssembled(null, [], NeedsCaptions: far)).Orders);

        Assert.All(orders, order => Assert.InRange(order.Payload.Length, 1, 1023));
    }

    private static string Short(JobOrder order) => $"{Short(order.Key.ToString())} on {order.Queue}: {Short(order.Payload)}";

    private static string Short(string text) => text.Replace(Video.Id.ToString(), "VIDEO", StringComparison.Ordinal);
}
