using VideoIndex.Cli.Events;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Tests.Events;

public sealed class AnnouncerTests
{
    [Theory]
    [InlineData(EventTypes.Accepted, "a.mp4: accepted")]
    [InlineData(EventTypes.Searchable, "a.mp4: first moments can be found")]
    [InlineData(EventTypes.Indexed, "a.mp4: degraded: Half of it was read. [short]")]
    [InlineData(EventTypes.Moved, "a.mp4: known at /films/a.mp4 now")]
    [InlineData(EventTypes.Retuned, "a.mp4: shots decided anew")]
    [InlineData(EventTypes.LogosFound, "a.mp4: logos looked for")]
    [InlineData(EventTypes.Heard, "a.mp4: speech written down")]
    [InlineData(EventTypes.Imported, "a.mp4: what others say of it was taken in or out")]
    [InlineData(EventTypes.Removed, "a.mp4: removed")]
    public void What_happens_to_a_video_is_one_line(string type, string line)
    {
        var video = A.Video("a.mp4").Contents.Video with { State = VideoState.Degraded, Code = "short", Sentence = "Half of it was read." };
        Assert.Equal(line, Told(EventOf.OfVideo(type, video)));
    }

    [Theory]
    [InlineData(EventTypes.JobDead, "job 12 (listen): given up: It broke. [fault]; see: videoindex jobs show 12")]
    [InlineData(EventTypes.JobRetried, "job 12 (listen): to be tried again")]
    [InlineData(EventTypes.JobDiscarded, "job 12 (listen): discarded")]
    public void What_happens_to_a_job_is_one_line(string type, string line) => Assert.Equal(line, Told(EventOf.OfJob(
        type, 12, new JobKey("listen", A.Id("a"), 1), new Failure(FailureKind.Permanent, "fault", "It broke.", "Exception at Listen"))));

    [Fact]
    public void What_is_not_known_yet_is_told_by_its_name() =>
        Assert.Equal("9f: videoindex.video.praised", Told(new EventDraft("videoindex.video.praised", "9f", "{}")));

    private static string Told(EventDraft draft) => Announcer.Line(new CloudEvent(1, "urn:x", draft.Type, draft.Subject, default, draft.Details));
}
