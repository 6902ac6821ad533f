namespace VideoIndex.Search.Language;

/// <summary>What a clause decides.</summary>
public enum ClauseLevel
{
    /// <summary>When: stretches of a video.</summary>
    Moments,

    /// <summary>Which evidence counts.</summary>
    Evidence,

    /// <summary>Which videos count.</summary>
    Videos,
}

/// <summary>Tells the level of a clause.</summary>
public static class ClauseLevels
{
    /// <summary>Returns the level: <c>video:</c> and metadata are of videos; confidence, author, status, language, speaker of evidence; all else of moments. A conjunction is of the first level, in this order, that one of its parts is of; any disjunction of several levels is of moments.</summary>
    public static ClauseLevel Level(this Clause clause) => clause switch
    {
        VideoClause or TermClause { Field: "video" } => ClauseLevel.Videos,
        EvidenceClause => ClauseLevel.Evidence,
        NotClause left => left.Part.Level(),
        AndClause all => all.Parts.Min(Level),
        OrClause any when any.Parts.Select(Level).Distinct().Count() > 1 => ClauseLevel.Moments,
        OrClause any => any.Parts[0].Level(),
        _ => ClauseLevel.Moments,
    };
}
