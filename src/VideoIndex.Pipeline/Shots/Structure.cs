using VideoIndex.Copies;
using VideoIndex.Facts;
using VideoIndex.Objects.Tracking;
using VideoIndex.Pipeline.Library;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Shots;

/// <summary>Decides all that hangs on the shots of a video, from what was kept of its frames. Pure, and the same the first time and at every retuning.</summary>
internal static class Structure
{
    /// <summary>Returns shots, transitions, scenes and facts.</summary>
    /// <param name="video">The video, with the labels of its frames.</param>
    /// <param name="evidence">What was kept of its frames.</param>
    /// <param name="how">How sure a change must be, and how detections are linked.</param>
    /// <param name="text">The words on its screen; null where nobody read them.</param>
    /// <param name="keyframe">Returns the frame that stands for the shot from one frame up to another.</param>
    public static VideoStructure Of(Video video, FrameEvidence evidence, (CutOptions Cuts, TrackOptions Tracks) how, IReadOnlyList<Tag>? text, Func<int, int, int> keyframe)
    {
        var transitions = TransitionFinder.Find(evidence, how.Cuts);
        var starts = TransitionFinder.FirstFrames(transitions, evidence.Count);
        var shots = ShotList.Of(evidence, starts, keyframe, frame => LibraryFolder.KeyframeName(video.Id, frame));
        List<(int First, int Until)> stretches = [.. starts.Prepend(0).Zip(starts.Append(evidence.Count))];
        return new VideoStructure(
            shots,
            [.. transitions.Select(transition => InTime(evidence, transition))],
            SceneFinder.Of(evidence, stretches),
            [
                .. ShotFacts.Of(video.Id, evidence, stretches, transitions, text),
                .. Replays.Of(video.Id, evidence, video.Timecodes, new CopyOptions()),
                .. ObjectTags.Of(video.Id, evidence, stretches, how.Tracks),
            ]);
    }

    private static Transition InTime(FrameEvidence evidence, FrameTransition transition) => new(
        transition.Kind, new MediaSpan(At(evidence, transition.Start), At(evidence, transition.End)), At(evidence, transition.At));

    private static MediaTime At(FrameEvidence evidence, int frame) => frame < evidence.Count ? evidence.TimeOf(frame) : evidence.End;
}
