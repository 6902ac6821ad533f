namespace VideoIndex.Search.Stemming;

/// <summary>Languages whose endings a word may have, several at once.</summary>
[Flags]
public enum StemLanguages
{
    /// <summary>None: a word is only itself.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>German.</summary>
    German = 2,

    /// <summary>French.</summary>
    French = 4,

    /// <summary>Spanish.</summary>
    Spanish = 8,

    /// <summary>Italian.</summary>
    Italian = 16,

    /// <summary>Portuguese.</summary>
    Portuguese = 32,

    /// <summary>Dutch.</summary>
    Dutch = 64,

    /// <summary>Swedish.</summary>
    Swedish = 128,
}
