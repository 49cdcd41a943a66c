"""First names that many people in Germany have: a word behind one is a last name, whatever it looks like."""

FIRST_NAMES = frozenset(
    """
    Adam Adele Agnes Ahmet Aleksandra Alex Alexander Alexandra Alfred Ali Alina Amelie Amir Andrea
    Andreas André Angela Angelika Anja Anke Anna Annabell Anne Annegret Anneliese Annette Anni Annika
    Anton Antonia Armin Arne Arthur Astrid Axel Ayla Aylin Ayşe Barbara Bastian Beate Beatrix Benedikt
    Benjamin Benno Bernd Bernhard Berta Bettina Bianca Birgit Björn Brigitte Britta Bruno Burkhard
    Carina Carla Carmen Carola Carolin Caroline Carsten Cem Charlotte Christa Christian Christiane
    Christina Christine Christof Christoph Clara Claudia Claus Clemens Cornelia Cornelius Dagmar Daniel
    Daniela David Denise Dennis Detlef Diana Dieter Dietmar Dirk Doris Dorothea Dorothee Dorothée
    Eberhard Eckhard Edith Elena Elfriede Elias Elisabeth Elke Ella Ellen Elmar Elsa Emil Emilia Emine
    Emma Erik Erika Ernst Erwin Esther Eugen Eva Fabian Fatma Felicitas Felix Florian Frank Franz
    Franziska Frauke Frida Frieda Friederike Friedrich Fritz Gabi Gabriele Georg Gerd Gerda Gerhard
    Gisela Greta Gudrun Guido Gunther Günter Günther Hakan Hanna Hannah Hannelore Hannes Hans Harald
    Hartmut Hasan Hedwig Heide Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helmut Henning
    Henriette Henrik Herbert Hermann Hilde Hildegard Holger Horst Hubert Hülya Ida Ilona Ilse Ina Ines
    Inga Inge Ingeborg Ingo Ingrid Irene Irina Iris Irmgard Isabel Isabell Isabelle Jakob Jan Jana
    Janina Jannik Jasmin Jennifer Jens Jessica Joachim Jochen Johanna Johannes Jonas Josef Josefine
    Joseph Jule Julia Julian Juliane Jutta Jörg Jürgen Kai Karin Karl Karla Karoline Karsten Katharina
    Kathrin Katja Katrin Kemal Kerstin Kirsten Klaudia Klaus Konrad Konstantin Kristin Kristina Kurt
    Lara Lars Laura Lea Lena Leon Leonie Levin Lina Linda Linus Lisa Lothar Luca Lucia Ludwig Luisa
    Luise Lukas Lutz Lydia Magdalena Maike Malte Manfred Manuel Manuela Marc Marcel Marco Marcus Maren
    Margarete Margit Margot Maria Marianne Marie Marina Mario Marion Marius Marlene Marlies Martha
    Martin Martina Mathias Matthias Max Maximilian Mehmet Meike Melanie Merve Mia Michael Michaela
    Michel Miriam Mohammed Monika Moritz Murat Mustafa Nadine Nadja Natalie Natascha Nele Nico Nicole
    Niels Niklas Nils Nina Nora Norbert Olaf Olga Oliver Oskar Otto Pascal Patricia Patrick Paul Paula
    Paulina Peter Petra Philipp Pia Rainer Ralf Ralph Ramona Raphael Rebecca Regina Regine Reinhard
    Reinhold Renate René Richard Rita Robert Robin Roland Rolf Roman Ronja Rosemarie Rudolf Ruth Rüdiger
    Sabine Sabrina Samira Samuel Sandra Sara Sarah Sascha Sebastian Selin Sibylle Siegfried Sigrid Silke
    Silvia Simon Simone Sina Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Steffi Stephan
    Stephanie Susanne Sven Svenja Sybille Sylvia Tanja Tatjana Theresa Thomas Thorsten Till Tim Timo
    Tina Tobias Tom Torben Torsten Udo Ulf Ulla Ulrich Ulrike Ursula Ute Uwe Vanessa Vera Verena
    Veronika Viktor Viktoria Volker Walter Waltraud Werner Wilfried Wilhelm Wolfgang Yasemin Yusuf
    Yvonne Zeynep
    """.split()  # noqa: SIM905 (a list of words, to be read as one)
)
"""General, and nobody in particular; words that are also nouns are left out."""
