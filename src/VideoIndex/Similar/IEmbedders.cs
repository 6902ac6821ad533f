using VideoIndex.Inference;
using VideoIndex.Looks;

namespace VideoIndex.Similar;

/// <summary>Makes vectors of pictures and of words that lie near each other where the words say what is in the picture: a model of two towers.</summary>
public interface IEmbedders
{
    /// <summary>Gets why none can be made here, as a sentence that says what to do; null when they can.</summary>
    string? Missing { get; }

    /// <summary>Opens the model.</summary>
    /// <exception cref="ModelException">There is none, it is not of two towers that belong together, or it cannot be run.</exception>
    IEmbedder Open();
}

/// <summary>A model of two towers that is ready. For one thread at a time.</summary>
public interface IEmbedder : IDisposable
{
    /// <summary>Gets whose the vectors of pictures are.</summary>
    VectorSource Pictures { get; }

    /// <summary>Gets how many values a vector has.</summary>
    int Dimensions { get; }

    /// <summary>Returns the vector of a picture, of unit length.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    float[] Embed(ColourPicture picture);

    /// <summary>Returns the vector of words, of unit length.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    float[] Embed(string words);
}
