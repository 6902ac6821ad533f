namespace VideoIndex.Faces;

/// <summary>Saying whose a face is: VideoIndex does not, and says so wherever it is asked to.</summary>
public static class FaceRecognition
{
    /// <summary>The machine-readable reason with which a request to recognise somebody is refused.</summary>
    public const string Code = "no-recognition";

    /// <summary>The same for people.</summary>
    public const string Sentence =
        "Faces are found here, not recognised: VideoIndex cannot say whose a face is, and will not before it can keep a record of the lawful basis for asking; 'face:any' finds where faces are.";
}
