using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Sidecars;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>The side-car of a video as a whole.</summary>
internal static class VideoFileForm
{
    public static VideoFileShape Of(VideoSidecar sidecar)
    {
        var contents = sidecar.Contents;
        return new VideoFileShape(
            SidecarFile.VideoFormat,
            SidecarFile.Version,
            sidecar.Arrival,
            VideoForm.Of(contents.Video),
            [.. contents.Shots.Select(FoundForm.Of)],
            [.. contents.Transitions.Select(FoundForm.Of)],
            [.. contents.Scenes.Select(FoundForm.Of)],
            [.. contents.Transcripts.Select(FoundForm.Of)],
            [.. contents.Tags.Select(FoundForm.Of)])
        {
            Frames = sidecar.Evidence is { } evidence ? FramesForm.Of(evidence) : null,
            Prints = sidecar.Prints is { } prints ? EvidenceForm.Of(prints) : null,
            Vectors = Making.Filled(sidecar.Vectors.Select(EvidenceForm.Of)),
            Logos = Making.Filled(sidecar.Logos.Select(EvidenceForm.Of)),
            Fields = Making.Filled(sidecar.Fields.Select(KeptForm.Of)),
            Collections = Making.Filled(sidecar.Collections),
            Changes = Making.Filled(sidecar.Changes.Select(KeptForm.Of)),
            Reviews = Making.Filled(sidecar.Reviews.Select(KeptForm.Of)),
            Imports = Making.Filled(sidecar.Imports.Select(KeptForm.Of)),
            Alerts = Making.Filled(sidecar.Told.Select(KeptForm.Of)),
            Files = Making.Filled(sidecar.Files.Select(KeptForm.Of)),
        };
    }

    public static VideoSidecar Read(VideoFileShape shape)
    {
        var video = VideoForm.Read(shape.Video);
        return new VideoSidecar(
            shape.Arrival >= 1 ? shape.Arrival : throw new SidecarException("bad-sidecar", "Videos arrive from 1 on.", "/arrival"),
            new VideoContents(
                video,
                Making.Each(shape.Shots, "/shots", FoundForm.Shot),
                Making.Each(shape.Transcripts, "/transcripts", FoundForm.Transcript),
                Making.Each(shape.Tags, "/tags", (tag, pointer) => FoundForm.Tag(video.Id, tag, pointer)))
            {
                Transitions = Making.Each(shape.Transitions, "/transitions", FoundForm.Transition),
                Scenes = Making.Each(shape.Scenes, "/scenes", FoundForm.Scene),
            })
        {
            Evidence = shape.Frames is { } frames ? Making.Made("/frames", () => FramesForm.Read(frames)) : null,
            Prints = shape.Prints is { } prints ? Making.Made("/prints", () => EvidenceForm.Read(video.Id, prints)) : null,
            Vectors = Making.Each(shape.Vectors, "/vectors", (vectors, pointer) => EvidenceForm.Read(video.Id, vectors, pointer)),
            Logos = Making.Each(shape.Logos, "/logos", EvidenceForm.Read),
            Fields = Making.Each(shape.Fields, "/fields", KeptForm.Field),
            Collections = Making.Texts(shape.Collections, "/collections"),
            Changes = Making.Each(shape.Changes, "/changes", KeptForm.Change),
            Reviews = Making.Each(shape.Reviews, "/reviews", (review, pointer) => KeptForm.Review(video.Id, review, pointer)),
            Imports = Making.Each(shape.Imports, "/imports", (import, pointer) => KeptForm.Import(video.Id, import, pointer)),
            Told = Making.Each(shape.Alerts, "/alerts", KeptForm.Told),
            Files = Making.Each(shape.Files, "/files", KeptForm.File),
        };
    }
}
