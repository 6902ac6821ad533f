using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Importing.Services;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>A good file of every format that is taken in, to be broken.</summary>
internal static class Specimens
{
    private const string Rekognition =
        """
        {"JobStatus":"SUCCEEDED","VideoMetadata":{"Codec":"h264","DurationMillis":600000,"Format":"QuickTime / MOV","FrameRate":25.0,"FrameHeight":1080,"FrameWidth":1920},
        "Labels":[{"Timestamp":0,"Label":{"Name":"Stadium","Confidence":90.5,"Instances":[{"BoundingBox":{"Left":0.1,"Top":0.2,"Width":0.3,"Height":0.4},"Confidence":80}],"Parents":[{"Name":"Building"}]}}],
        "Segments":[{"Type":"SHOT","StartTimestampMillis":0,"EndTimestampMillis":12000,"DurationMillis":12000,"StartTimecodeSMPTE":"00:00:00:00","EndTimecodeSMPTE":"00:00:12:00","DurationSMPTE":"00:00:12:00","StartFrameNumber":0,"EndFrameNumber":300,"DurationFrames":301,"ShotSegment":{"Index":0,"Confidence":99}}],
        "TextDetections":[{"Timestamp":1000,"TextDetection":{"DetectedText":"GOAL","Type":"LINE","Confidence":98}}]}
        """;

    private const string Google =
        """
        {"annotationResults":[{"segmentLabelAnnotations":[{"entity":{"description":"stadium","languageCode":"en-US"},"segments":[{"segment":{"startTimeOffset":"0s","endTimeOffset":"600s"},"confidence":0.75}]}],
        "shotAnnotations":[{"startTimeOffset":"0s","endTimeOffset":"2.041666s"}],
        "speechTranscriptions":[{"alternatives":[{"transcript":"what a goal","confidence":0.9,"words":[{"startTime":"5s","endTime":"5.2s","word":"what"}]}],"languageCode":"en-us"}],
        "objectAnnotations":[{"entity":{"description":"car"},"confidence":0.5,"segment":{"startTimeOffset":"3s","endTimeOffset":"4s"},"frames":[{"normalizedBoundingBox":{"left":0.1,"top":0.2,"right":0.4,"bottom":0.6},"timeOffset":"3s"}]}]}]}
        """;

    private const string SubStation =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.50,Default,Ada,0,0,0,,{\\i1}Hello\\Nthere\n";

    /// <summary>Returns the file of a format.</summary>
    public static string Of(IImportReader reader) => reader.Name switch
    {
        "azure-insights" => InsightsFile.Everything,
        "rekognition" => Rekognition,
        "google-video" => Google,
        "ass" => SubStation,
        "sbv" => "0:00:01.000,0:00:02.500\nHello\nthere\n\n0:00:03.000,0:00:04.000\nagain\n",
        "ttml" => Written("imsc"),
        _ => Written(reader.Name),
    };

    private static string Written(string format)
    {
        var (sheet, rules) = HostileSheets.With("a, \"goal\" & more");
        return ExportWriters.Named(format)!.Write(sheet, rules).Files[0].Text;
    }
}
