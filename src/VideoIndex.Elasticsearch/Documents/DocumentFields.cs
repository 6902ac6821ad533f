namespace VideoIndex.Elasticsearch.Documents;

/// <summary>The names of the fields of a document. They are kept on disk: a change is a new version of the index.</summary>
internal static class DocumentFields
{
    public const string Video = "video";
    public const string Run = "run";
    public const string Generation = "generation";
    public const string Number = "number";
    public const string Field = "field";
    public const string Text = "text";
    public const string Standard = "text.std";
    public const string Words = "words";
    public const string Label = "label";
    public const string Start = "start";
    public const string End = "end";
    public const string Span = "span";
    public const string From = "from";
    public const string Until = "until";
    public const string Confidence = "confidence";
    public const string Millionths = "millionths";
    public const string Origin = "origin";
    public const string OriginKind = "origin.kind";
    public const string Author = "author";
    public const string Language = "language";
    public const string LanguageKey = "language_key";
    public const string Speaker = "speaker";
    public const string SpeakerKeys = "speaker_keys";
    public const string Status = "status";
    public const string Track = "track";
    public const string Box = "box";
    public const string How = "how";
    public const string Spoken = "spoken";
    public const string Path = "path";
    public const string IsJoint = "is_joint";
    public const string Joint = "joint";
    public const string Kind = "kind";
    public const string Stems = "stems";
    public const string Folder = "folder";
    public const string FolderWords = "folder_words";
    public const string FolderStems = "folder_stems";
    public const string Length = "length";
    public const string LabelKey = "label_key";
    public const string Entered = "entered";
    public const string LookedBy = "looked_by";
    public const string Added = "added";
    public const string Recorded = "recorded";
    public const string Duration = "duration";
    public const string Rate = "rate";
    public const string Height = "height";
    public const string State = "state";
    public const string Collections = "collections";
    public const string Custom = "custom";
    public const string Looked = "looked";
    public const string Shots = "shots";

    /// <summary>The longest label that can be asked for as a whole, in UTF-16 units. What is said has none.</summary>
    public const int LongestLabel = 256;
}
