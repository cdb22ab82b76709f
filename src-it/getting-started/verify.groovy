new File(basedir, 'README.md').text = new File(basedir, '../../../../docs/getting-started.md').text
evaluate(new File(basedir, '../../../../src-it/story.groovy'))
